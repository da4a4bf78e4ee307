# P3 counts desk hours: raised on a Friday before 大型連休, level 2 after four business hours on 7 May. The vendor's leader takes it over.
process  .
people   ../demo/users.json
clock    2026-05-01 16:45 Asia/Tokyo

> start escalation
>     {"title": "帳票のずれ", "causeCaseNo": "INC-R08-00008", "trigger": "vendor", "reason": "答えない", "priority": "P3", "ownerGroup": "iom.operator", "vendorParty": "joint_asp/SYS-46"}
  escalation  process             activated  as ESC-R08-00001
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00001
  L92_Start   message             awaited    escalation, key INC-R08-00008
  L95_Start   message             awaited    escalation-released, key ESC-R08-00001
  L30         send task           completed
  G31         exclusive gateway   completed  took いいえ
  G36         exclusive gateway   completed  took いいえ
  L50         user task           created    for iom.operator, iom.leader, due 2026-05-07 12:00
  L50_Next    timer               waits      until 2026-05-07 12:00
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 帳票のずれ

> wait until 2026-05-07 12:00
  L50         user task           terminated
  L50_Next    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took いいえ
  G36         exclusive gateway   completed   took いいえ
  L50         user task           created     for joint_asp/SYS-46.leader, ward_is.staff, iom.leader, due 2026-05-07 16:00
  L50_Next    timer               waits       until 2026-05-07 16:00
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第2段階: 帳票のずれ

> complete L50 {"outcome": "taken_over"}
  L50  user task          completed
  G60  exclusive gateway  completed  took はい
  L70  user task          created    for joint_asp/SYS-46.leader, ward_is.staff, iom.leader

> complete L70 {"outcome": "resolved", "workDone": "直した版を約束した"}
  L70            user task          completed
  L80            send task          completed
  G80            exclusive gateway  completed  took 引継ぎ
  End_Taken      end event          completed
  escalation     process            completed
  ML-l-resolved  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 帳票のずれ
