# The desk's leader asks for the ICT-BCP; the manager wants only the round of calls. Nobody answers within 90 minutes; the desk reaches all by phone.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start emergency-contact {"title": "広い範囲の障害", "reason": "p1", "situation": "全庁の回線断", "declareBcp": true, "relatedCase": "INC-R08-00030"}
  emergency-contact  process            activated  as EMG-R08-00001
  Start_Form         start event        completed
  M10                script task        completed
  Q11                exclusive gateway  completed  took いいえ
  Q12                exclusive gateway  completed  took はい
  M15                user task          created    for ward_is.manager

> complete M15 {"outcome": "contact_only", "declareReason": "庁舎は無事"}
  M15        user task            completed
  M18        service task         completed
  Q19        exclusive gateway    completed  took いいえ
  M20        send task            completed
  M30        multi instance body  activated
  M30_Round  timer                waits      until 2026-06-01 10:30
  M30_Over   timer                waits      until 2026-06-01 11:30
  M30        user task            created    for ward_is.staff, ward_is.chief, due 2026-06-01 10:30
  M30        user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-01 10:30
  M30        user task            created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-06-01 10:30
  M30        user task            created    for iom.operator, iom.leader, due 2026-06-01 10:30
  M30        user task            created    for single_db.staff, single_db.leader, due 2026-06-01 10:30
  M30        user task            created    for network.staff, network.leader, due 2026-06-01 10:30
  M30        user task            created    for infra.staff, infra.leader, due 2026-06-01 10:30
  M30        user task            created    for helpdesk.staff, helpdesk.leader, due 2026-06-01 10:30
  M30        user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-06-01 10:30
  M30        user task            created    for joint_asp/SYS-40.staff, joint_asp/SYS-40.leader, due 2026-06-01 10:30
  M30        user task            created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2026-06-01 10:30
  ML-m-call  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 【緊急】応答してください: 広い範囲の障害

> wait PT90M
  at          2026-06-01 10:30
  M30_Round   boundary event       completed
  M30_Round   timer                waits       until 2026-06-01 11:00
  M32         send task            completed
  M32_End     end event            completed
  ML-m-round  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 応答をお待ちしています: 広い範囲の障害
  at          2026-06-01 11:00
  M30_Round   boundary event       completed
  M32         send task            completed
  M32_End     end event            completed
  ML-m-round  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 応答をお待ちしています: 広い範囲の障害
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30         user task            terminated
  M30_Over    boundary event       completed
  M34         user task            created     for iom.operator, iom.leader, due 2026-06-01 12:00
  M30         multi instance body  terminated

> complete M34 {"answers": [{"party": "ネットワーク", "outcome": "safe", "canCome": true}]}
  M34  user task            completed
  M40  script task          completed
  M45  business rule task   completed
  M50  multi instance body  activated
  M50  user task            created    for network.staff, iom.operator, due 2026-06-01 12:30
  M50  user task            created    for infra.staff, iom.operator, due 2026-06-01 12:30
  M50  user task            created    for single_db.staff, iom.operator, due 2026-06-01 12:30
  M50  user task            created    for joint_asp/SYS-40.staff, iom.operator, due 2026-06-01 12:30
  M50  user task            created    for joint_asp/SYS-46.staff, iom.operator, due 2026-06-01 12:30

> show summary
  summary  variable  is  {"answered":1,"hurt":0,"coming":1}
