# An approval that lies: two business days to level 2, where the ward's staff say that it may wait.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start escalation
>     {"title": "承認の滞り", "causeCaseNo": "INF-R08-00011", "trigger": "deadline", "reason": "係長が不在", "priority": "approval", "ownerGroup": "ward_is.staff"}
  escalation  process             activated  as ESC-R08-00001
  Start_Form  start event         completed
  L10         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L90_Start   message             awaited    withdraw, key ESC-R08-00001
  L92_Start   message             awaited    escalation, key INF-R08-00011
  L95_Start   message             awaited    escalation-released, key ESC-R08-00001
  L30         send task           completed
  G31         exclusive gateway   completed  took いいえ
  G36         exclusive gateway   completed  took いいえ
  L50         user task           created    for ward_is.staff, iom.leader, due 2026-06-03 17:15
  L50_Next    timer               waits      until 2026-06-03 17:15
  ML-l-level  mail                written    to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第1段階: 承認の滞り

> wait until 2026-06-03 17:15
  L50         user task           terminated
  L50_Next    boundary event      completed
  L60         script task         completed
  L20         business rule task  completed
  L22         business rule task  completed
  L30         send task           completed
  G31         exclusive gateway   completed   took いいえ
  G36         exclusive gateway   completed   took いいえ
  L50         user task           created     for ward_is.staff, iom.leader, due 2026-06-05 17:15
  L50_Next    timer               waits       until 2026-06-05 17:15
  ML-l-level  mail                written     to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第2段階: 承認の滞り

> complete L50 {"outcome": "accepted", "instruction": "作業日は来月なので待つ"}
  L50            user task          completed
  G60            exclusive gateway  completed  took いいえ
  L80            send task          completed
  G80            exclusive gateway  completed  took 容認
  End_Accepted   end event          completed
  escalation     process            completed
  ML-l-resolved  mail               written    to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 承認の滞り
