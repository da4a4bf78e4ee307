# At the top, the manager instructs, and needs no emergency; another notes one that there is already.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start escalation
>     {"title": "収納が止まった", "causeCaseNo": "INC-R08-00003", "trigger": "sla", "reason": "受領確認がない", "priority": "P1", "ownerGroup": "joint_asp/SYS-46.staff", "vendorParty": "joint_asp/SYS-46", "department": "税務課", "level": 4}
  escalation  process             activated  as ESC-R08-00001
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00001
  L92_Start   message             awaited    escalation, key INC-R08-00003
  L95_Start   message             awaited    escalation-released, key ESC-R08-00001
  L30         send task           completed
  G31         exclusive gateway   completed  took はい
  L35         user task           created    for iom.operator, iom.leader, due 2026-06-01 10:10
  L35_Over    timer               waits      until 2026-06-01 11:00
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, yamada.taro@ward.example.jp, kobayashi.megumi@ward.example.jp: [ESC-R08-00001] 【要対応】第4段階: 収納が止まった

> complete L35 {"outcome": "reached", "calledWhom": "山田", "callResult": "出た"}
  L35  user task          completed
  G36  exclusive gateway  completed  took はい
  L55  user task          created    for ward_is.manager, ward_dept/税務課.manager

> complete L55 {"outcome": "instructed", "instruction": "30分以内に林さんを呼ぶ"}
  L55  user task          completed
  G57  exclusive gateway  completed  took いいえ
  G60  exclusive gateway  completed  took はい
  L70  user task          created    for joint_asp/SYS-46.staff

> complete L70 {"outcome": "resolved", "workDone": "林さんが着いた"}
  L70            user task          completed
  L80            send task          completed
  G80            exclusive gateway  completed  took 解決
  End_Resolved   end event          completed
  escalation     process            completed
  ML-l-resolved  mail               written    to sato.makoto@iom.example.jp, yamada.taro@ward.example.jp, kobayashi.megumi@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 収納が止まった

> start escalation
>     {"title": "回線が止まった", "causeCaseNo": "INC-R08-00004", "trigger": "sla", "reason": "受領確認がない", "priority": "P1", "ownerGroup": "network.staff", "vendorParty": "network", "department": "税務課", "level": 4}
  escalation  process             activated  as ESC-R08-00002
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00002
  L92_Start   message             awaited    escalation, key INC-R08-00004
  L95_Start   message             awaited    escalation-released, key ESC-R08-00002
  L30         send task           completed
  G31         exclusive gateway   completed  took はい
  L35         user task           created    for iom.operator, iom.leader, due 2026-06-01 10:10
  L35_Over    timer               waits      until 2026-06-01 11:00
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, yamada.taro@ward.example.jp, kobayashi.megumi@ward.example.jp: [ESC-R08-00002] 【要対応】第4段階: 回線が止まった

> complete L35 {"outcome": "reached", "calledWhom": "山田", "callResult": "出た"}
  L35  user task          completed
  G36  exclusive gateway  completed  took はい
  L55  user task          created    for ward_is.manager, ward_dept/税務課.manager

> complete L55 {"outcome": "emergency", "instruction": "今の緊急連絡に加える", "emergencyNo": "EMG-R08-00001"}
  L55  user task          completed
  G57  exclusive gateway  completed  took いいえ
  G60  exclusive gateway  completed  took はい
  L70  user task          created    for ward_is.manager, ward_dept/税務課.manager, iom.leader
