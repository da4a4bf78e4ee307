# Raised by a message; the cause case moves on by itself: all who were told are told that it is over.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> publish escalation key INC-R08-00009
>     {"title": "原因調査の遅れ", "causeCaseNo": "INC-R08-00009", "trigger": "deadline", "reason": "5営業日を過ぎた", "priority": "P2", "vendorParty": "infra"}
  Start_Message  message             correlated  escalation
  escalation     process             activated   as ESC-R08-00001
  Start_Message  start event         completed
  L10            script task         completed
  L20            business rule task  completed
  L22            business rule task  completed
  L90_Start      message             awaited     withdraw, key ESC-R08-00001
  L92_Start      message             awaited     escalation, key INC-R08-00009
  L95_Start      message             awaited     escalation-released, key ESC-R08-00001
  L30            send task           completed
  G31            exclusive gateway   completed   took いいえ
  G36            exclusive gateway   completed   took いいえ
  L50            user task           created     for iom.operator, iom.leader, due 2026-06-01 10:30
  L50_Next       timer               waits       until 2026-06-01 10:30
  ML-l-level     mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 原因調査の遅れ

> wait PT30M
  L50         user task           terminated
  L50_Next    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took はい
  L35         user task           created     for iom.operator, iom.leader, due 2026-06-01 10:40
  L35_Over    timer               waits       until 2026-06-01 11:00
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, matsumoto@infra.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第2段階: 原因調査の遅れ

# Raised again for the same case: it joins, nobody is told twice.
> publish escalation key INC-R08-00009
>     {"title": "区からの催促", "causeCaseNo": "INC-R08-00009", "trigger": "ward", "reason": "区が急ぎの調整を求めた", "priority": "P1"}
  L92_Start  message            correlated  escalation
  L92        event sub process  completed
  L92_Start  start event        completed
  L93        script task        completed
  L93_End    end event          completed

> show joined priority level
  joined    variable  is  [{"at":"2026-06-01T10:30:00@Asia/Tokyo","trigger":"ward","reason":"区が急ぎの調整を求めた"}]
  priority  variable  is  "P2"
  level     variable  is  2

> publish withdraw key ESC-R08-00001
  L90_Start      message            correlated  withdraw
  L35            user task          terminated
  L90            event sub process  activated
  L90_Start      start event        completed
  L91            send task          completed
  End_Released   end event          completed
  L90            event sub process  completed
  escalation     process            completed
  ML-l-released  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, matsumoto@infra.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 原因調査の遅れ

# Another one ends by the word of its case.
> publish escalation key INC-R08-00010
>     {"title": "受領の確認がない", "causeCaseNo": "INC-R08-00010", "trigger": "vendor", "reason": "答えない", "priority": "P2", "vendorParty": "infra", "releaseKey": "INC-R08-00010/1"}
  Start_Message  message             correlated  escalation
  escalation     process             activated   as ESC-R08-00002
  Start_Message  start event         completed
  L10            script task         completed
  L20            business rule task  completed
  L22            business rule task  completed
  L90_Start      message             awaited     withdraw, key ESC-R08-00002
  L92_Start      message             awaited     escalation, key INC-R08-00010
  L95_Start      message             awaited     escalation-released, key INC-R08-00010/1
  L30            send task           completed
  G31            exclusive gateway   completed   took いいえ
  G36            exclusive gateway   completed   took いいえ
  L50            user task           created     for iom.operator, iom.leader, due 2026-06-01 11:00
  L50_Next       timer               waits       until 2026-06-01 11:00
  ML-l-level     mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00002] 【要対応】第1段階: 受領の確認がない

> publish escalation-released key INC-R08-00010/1
  L95_Start      message            correlated  escalation-released
  L50            user task          terminated
  L95            event sub process  activated
  L95_Start      start event        completed
  L96            send task          completed
  L96_End        end event          completed
  L95            event sub process  completed
  escalation     process            completed
  ML-l-released  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00002] エスカレーションの解除: 受領の確認がない
