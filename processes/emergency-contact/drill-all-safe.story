# A drill, told as one in every mail; everybody answers, nothing is broken, so nothing is to be recovered.
process  .
people   ../demo/users.json
clock    2026-09-01 10:00 Asia/Tokyo

> start emergency-contact {"title": "防災の日の訓練", "reason": "earthquake", "situation": "訓練", "drill": true}
  emergency-contact  process              activated  as EMG-R08-00001
  Start_Form         start event          completed
  M10                script task          completed
  Q11                exclusive gateway    completed  took いいえ
  Q12                exclusive gateway    completed  took いいえ
  M18                service task         completed
  Q19                exclusive gateway    completed  took はい
  M21                send task            completed
  M30                multi instance body  activated
  M30_Round          timer                waits      until 2026-09-01 10:30
  M30_Over           timer                waits      until 2026-09-01 11:30
  M30                user task            created    for ward_is.staff, ward_is.chief, due 2026-09-01 10:30
  M30                user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-09-01 10:30
  M30                user task            created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-09-01 10:30
  M30                user task            created    for iom.operator, iom.leader, due 2026-09-01 10:30
  M30                user task            created    for single_db.staff, single_db.leader, due 2026-09-01 10:30
  M30                user task            created    for network.staff, network.leader, due 2026-09-01 10:30
  M30                user task            created    for infra.staff, infra.leader, due 2026-09-01 10:30
  M30                user task            created    for helpdesk.staff, helpdesk.leader, due 2026-09-01 10:30
  M30                user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-09-01 10:30
  M30                user task            created    for joint_asp/SYS-40.staff, joint_asp/SYS-40.leader, due 2026-09-01 10:30
  M30                user task            created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2026-09-01 10:30
  ML-m-drill         mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 【訓練】応答してください: 防災の日の訓練

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task            completed
  M40  script task          completed
  M45  business rule task   completed
  M50  multi instance body  activated
  M50  user task            created    for network.staff, iom.operator, due 2026-09-01 11:00
  M50  user task            created    for infra.staff, iom.operator, due 2026-09-01 11:00
  M50  user task            created    for single_db.staff, iom.operator, due 2026-09-01 11:00
  M50  user task            created    for joint_asp/SYS-40.staff, iom.operator, due 2026-09-01 11:00
  M50  user task            created    for joint_asp/SYS-46.staff, iom.operator, due 2026-09-01 11:00
  M30  multi instance body  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50          user task            completed
  M50          multi instance body  completed
  DOC-m-state  document             made       被害・稼働一覧 EMG-R08-00001 防災の日の訓練.pdf
  M52          service task         completed
  M60          user task            created    for ward_is.manager

> complete M60 {"outcome": "stand_down", "recoveryOrder": "なし"}
  M60  user task          completed
  Q60  exclusive gateway  completed  took いいえ
  M90  user task          created    for ward_is.manager

> complete M90 {"outcome": "ended", "endReason": "訓練の終わり"}
  M90         user task  completed
  M91         send task  completed
  M92         user task  created    for iom.leader, due 2026-09-08 23:59
  ML-m-ended  mail       written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 【訓練】解除: 防災の日の訓練

> complete M92 {"cause": "訓練", "improvements": "応答が早かった"}
  M92           user task     completed
  DOC-m-record  document      made       時系列記録 EMG-R08-00001 防災の日の訓練.pdf
  M93           service task  completed
  M94           user task     created    for iom.operator, due 2026-09-08 23:59

> complete M94 {"sheetCorrected": false}
  M94                user task          completed
  Q94                exclusive gateway  completed  took はい
  End_Drill          end event          completed
  emergency-contact  process            completed
