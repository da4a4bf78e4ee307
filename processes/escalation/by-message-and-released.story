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
