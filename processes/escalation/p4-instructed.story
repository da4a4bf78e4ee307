# P4, instructed at the first level: the owner does it.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start escalation
>     {"title": "資料の遅れ", "causeCaseNo": "INQ-R08-00020", "trigger": "ward", "reason": "急ぎの調整", "priority": "P4", "ownerGroup": "infra.staff"}
  escalation  process             activated  as ESC-R08-00001
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00001
  L92_Start   message             awaited    escalation, key INQ-R08-00020
  L95_Start   message             awaited    escalation-released, key ESC-R08-00001
  L30         send task           completed
  G31         exclusive gateway   completed  took いいえ
  G36         exclusive gateway   completed  took いいえ
  L50         user task           created    for infra.staff, iom.leader, due 2026-06-02 17:15
  L50_Next    timer               waits      until 2026-06-02 17:15
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp: [ESC-R08-00001] 【要対応】第1段階: 資料の遅れ

> complete L50 {"outcome": "instructed", "instruction": "今日のうちに回答すること"}
  L50  user task          completed
  G60  exclusive gateway  completed  took はい
  L70  user task          created    for infra.staff

> complete L70 {"outcome": "resolved", "workDone": "回答した"}
  L70            user task          completed
  L80            send task          completed
  G80            exclusive gateway  completed  took 解決
  End_Resolved   end event          completed
  escalation     process            completed
  ML-l-resolved  mail               written    to sato.makoto@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp: [ESC-R08-00001] エスカレーションの解除: 資料の遅れ
