# P1: nobody takes it. Level 2 after 15 minutes with a call, 3 after 30, 4 after an hour; the manager considers the emergency contact (m).
process  .
with     ../emergency-contact
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start escalation
>     {"title": "収納が止まった", "causeCaseNo": "INC-R08-00003", "trigger": "sla", "reason": "受領確認がない", "priority": "P1", "ownerGroup": "joint_asp/SYS-46.staff", "vendorParty": "joint_asp/SYS-46", "department": "税務課"}
  escalation  process             activated  as ESC-R08-00001
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00001
  L92_Start   message             awaited    escalation, key INC-R08-00003
  L95_Start   message             awaited    escalation-released, key ESC-R08-00001
  L30         send task           completed
  G31         exclusive gateway   completed  took いいえ
  G36         exclusive gateway   completed  took いいえ
  L50         user task           created    for joint_asp/SYS-46.staff, iom.leader, due 2026-06-01 10:15
  L50_Next    timer               waits      until 2026-06-01 10:15
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp: [ESC-R08-00001] 【要対応】第1段階: 収納が止まった

> wait PT15M
  L50         user task           terminated
  L50_Next    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took はい
  L35         user task           created     for iom.operator, iom.leader, due 2026-06-01 10:25
  L35_Over    timer               waits       until 2026-06-01 10:30
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第2段階: 収納が止まった

> complete L35 {"outcome": "not_reached", "callResult": "林さんは出ない"}
  L35       user task          completed
  G36       exclusive gateway  completed  took いいえ
  L50       user task          created    for joint_asp/SYS-46.leader, ward_is.staff, iom.leader, due 2026-06-01 10:30
  L50_Next  timer              waits      until 2026-06-01 10:30

> wait PT15M
  L50         user task           terminated
  L50_Next    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took はい
  L35         user task           created     for iom.operator, iom.leader, due 2026-06-01 10:40
  L35_Over    timer               waits       until 2026-06-01 11:00
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第3段階: 収納が止まった

# At level 3 nobody even calls: the level rises in spite of it.
> wait PT30M
  L35         user task           terminated
  L35_Over    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took はい
  L35         user task           created     for iom.operator, iom.leader, due 2026-06-01 11:10
  L35_Over    timer               waits       until 2026-06-01 12:00
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, yamada.taro@ward.example.jp, kobayashi.megumi@ward.example.jp: [ESC-R08-00001] 【要対応】第4段階: 収納が止まった

> complete L35 {"outcome": "reached", "calledWhom": "山田", "callResult": "すぐ集まる"}
  L35  user task          completed
  G36  exclusive gateway  completed  took はい
  L55  user task          created    for ward_is.manager, ward_dept/税務課.manager

> complete L55 {"outcome": "emergency", "instruction": "緊急連絡を起こし、林さんを呼ぶ"}
  Start_Message      message              correlated  emergency
  L55                user task            completed
  G57                exclusive gateway    completed   took はい
  L57                send task            completed
  emergency-contact  process              activated   as EMG-R08-00001
  Start_Message      start event          completed
  M10                script task          completed
  Q11                exclusive gateway    completed   took いいえ
  Q12                exclusive gateway    completed   took いいえ
  L58                service task         completed
  G60                exclusive gateway    completed   took はい
  L70                user task            created     for ward_is.manager, ward_dept/税務課.manager, iom.leader
  M18                service task         completed
  Q19                exclusive gateway    completed   took いいえ
  M20                send task            completed
  M30                multi instance body  activated
  M30_Round          timer                waits       until 2026-06-01 11:30
  M30_Over           timer                waits       until 2026-06-01 12:30
  M30                user task            created     for ward_is.staff, ward_is.chief, due 2026-06-01 11:30
  M30                user task            created     for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-01 11:30
  M30                user task            created     for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-06-01 11:30
  M30                user task            created     for iom.operator, iom.leader, due 2026-06-01 11:30
  M30                user task            created     for single_db.staff, single_db.leader, due 2026-06-01 11:30
  M30                user task            created     for network.staff, network.leader, due 2026-06-01 11:30
  M30                user task            created     for infra.staff, infra.leader, due 2026-06-01 11:30
  M30                user task            created     for helpdesk.staff, helpdesk.leader, due 2026-06-01 11:30
  M30                user task            created     for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-06-01 11:30
  M30                user task            created     for joint_asp/SYS-40.staff, joint_asp/SYS-40.leader, due 2026-06-01 11:30
  M30                user task            created     for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2026-06-01 11:30
  ML-m-call          mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 【緊急】応答してください: 収納が止まった

> complete L70 {"outcome": "resolved", "workDone": "予備へ切り替えた"}
  L70            user task          completed
  L80            send task          completed
  G80            exclusive gateway  completed  took 解決
  End_Resolved   end event          completed
  escalation     process            completed
  ML-l-resolved  mail               written    to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamada.taro@ward.example.jp, kobayashi.megumi@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 収納が止まった

> show emergencyNo of ESC-R08-00001
  emergencyNo  variable  is  "EMG-R08-00001"
