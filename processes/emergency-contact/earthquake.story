# An earthquake: the manager declares the ICT-BCP, all are called, called again after 30 and 60 minutes with their deputies (DL-49), and by phone after
# 90. Two systems are down; an hourly report until both are back; then the end and the review.
process  .
with     ../incident
with     ../work-calendar
people   ../demo/users.json
clock    2026-06-06 05:10 Asia/Tokyo

> start emergency-contact {"title": "早朝の地震", "reason": "earthquake", "situation": "震度5強", "declareBcp": true}
  emergency-contact  process            activated  as EMG-R08-00001
  Start_Form         start event        completed
  M10                script task        completed
  Q11                exclusive gateway  completed  took いいえ
  Q12                exclusive gateway  completed  took はい
  M15                user task          created    for ward_is.manager

> complete M15 {"outcome": "declared", "declareReason": "庁舎の停電"}
  M15        user task            completed
  M18        service task         completed
  Q19        exclusive gateway    completed  took いいえ
  M20        send task            completed
  M30        multi instance body  activated
  M30_Round  timer                waits      until 2026-06-06 05:40
  M30_Over   timer                waits      until 2026-06-06 06:40
  M30        user task            created    for ward_is.staff, ward_is.chief, due 2026-06-06 05:40
  M30        user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-06 05:40
  M30        user task            created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-06-06 05:40
  M30        user task            created    for iom.operator, iom.leader, due 2026-06-06 05:40
  M30        user task            created    for single_db.staff, single_db.leader, due 2026-06-06 05:40
  M30        user task            created    for network.staff, network.leader, due 2026-06-06 05:40
  M30        user task            created    for infra.staff, infra.leader, due 2026-06-06 05:40
  M30        user task            created    for helpdesk.staff, helpdesk.leader, due 2026-06-06 05:40
  M30        user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-06-06 05:40
  M30        user task            created    for joint_asp/SYS-40.staff, joint_asp/SYS-40.leader, due 2026-06-06 05:40
  M30        user task            created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2026-06-06 05:40
  ML-m-call  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 【緊急】応答してください: 早朝の地震

> complete M30 {"outcome": "safe", "canCome": true}
  M30  user task  completed

> wait PT90M
  at          2026-06-06 05:40
  M30_Round   boundary event       completed
  M30_Round   timer                waits       until 2026-06-06 06:10
  M32         send task            completed
  M32_End     end event            completed
  ML-m-round  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 応答をお待ちしています: 早朝の地震
  at          2026-06-06 06:10
  M30_Round   boundary event       completed
  M32         send task            completed
  M32_End     end event            completed
  ML-m-round  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 応答をお待ちしています: 早朝の地震
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
  M34         user task            created     for iom.operator, iom.leader, due 2026-06-06 07:10
  M30         multi instance body  terminated

> complete M34 {"answers": [{"party": "情報システム課", "outcome": "safe", "canCome": true}, {"party": "ネットワーク", "outcome": "hurt", "canCome": false}, {"party": "税務システム", "outcome": "silent"}]}
  M34  user task            completed
  M40  script task          completed
  M45  business rule task   completed
  M50  multi instance body  activated
  M50  user task            created    for network.staff, iom.operator, due 2026-06-06 07:40
  M50  user task            created    for infra.staff, iom.operator, due 2026-06-06 07:40
  M50  user task            created    for single_db.staff, iom.operator, due 2026-06-06 07:40
  M50  user task            created    for joint_asp/SYS-40.staff, iom.operator, due 2026-06-06 07:40
  M50  user task            created    for joint_asp/SYS-46.staff, iom.operator, due 2026-06-06 07:40

> show summary
  summary  variable  is  {"answered":3,"hurt":1,"coming":1}

> complete M50 {"outcome": "down", "stateNote": "停電"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "up"}
  M50  user task  completed

> complete M50 {"outcome": "unknown"}
  M50          user task            completed
  M50          multi instance body  completed
  DOC-m-state  document             made       被害・稼働一覧 EMG-R08-00001 早朝の地震.pdf
  M52          service task         completed
  M60          user task            created    for ward_is.manager

> complete M60 {"outcome": "recover", "recoveryOrder": "ネットワーク、税務", "substituteWork": "窓口は紙で受ける"}
  Start_Report   message              correlated  incident-report
  Start_Report   message              correlated  incident-report
  M60            user task            completed
  Q60            exclusive gateway    completed   took はい
  M66            multi instance body  completed
  M66            send task            completed
  M66            send task            completed
  incident       process              activated   as INC-R08-00001
  Start_Report   start event          completed
  A10            script task          completed
  A20_Start      message              awaited     alert, key -
  A25_Start      message              awaited     alert-recovered, key -
  A160_Start     message              awaited     withdraw, key INC-R08-00001
  incident       process              activated   as INC-R08-00002
  Start_Report   start event          completed
  A10            script task          completed
  A20_Start      message              awaited     alert, key -
  A25_Start      message              awaited     alert-recovered, key -
  A160_Start     message              awaited     withdraw, key INC-R08-00002
  A12            send task            completed
  G11            exclusive gateway    completed   took いいえ
  A30            business rule task   completed
  G30            exclusive gateway    completed   took 統合運用
  A37            business rule task   completed
  A38            business rule task   completed
  G38            exclusive gateway    completed   took いいえ（P1・P2）
  ML-a-received  mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 受付しました: 葛飾区情報ネットワークシステム: 早朝の地震
  A12            send task            completed
  G11            exclusive gateway    completed   took いいえ
  A30            business rule task   completed
  G30            exclusive gateway    completed   took 統合運用
  A37            business rule task   completed
  A38            business rule task   completed
  G38            exclusive gateway    completed   took いいえ（P1・P2）
  ML-a-received  mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 受付しました: 税務システム: 早朝の地震
  A39            send task            completed
  A40            user task            created     for iom.operator, due 2026-06-06 07:10
  A40_Warn       timer                waits       until 2026-06-06 06:55
  A40_Late       timer                waits       until 2026-06-06 07:10
  ML-a-oncall    mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00001] 【緊急】時間外の障害: 葛飾区情報ネットワークシステム: 早朝の地震
  A39            send task            completed
  A40            user task            created     for iom.operator, due 2026-06-06 07:10
  A40_Warn       timer                waits       until 2026-06-06 06:55
  A40_Late       timer                waits       until 2026-06-06 07:10
  ML-a-oncall    mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00002] 【緊急】時間外の障害: 税務システム: 早朝の地震
  M68            service task         completed
  M70            multi instance body  activated
  M70_Hour       timer                waits       until 2026-06-06 07:40
  M70            user task            created     for network.staff
  M70            user task            created     for joint_asp/SYS-46.staff

> wait PT125M
  at                2026-06-06 06:55
  A40_Warn          boundary event            completed
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 切り分けの期限が近づいています: 葛飾区情報ネットワークシステム: 早朝の地震
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 切り分けの期限が近づいています: 税務システム: 早朝の地震
  at                2026-06-06 07:10
  A40_Late          boundary event            completed
  A40_Late          boundary event            completed
  escalation        message                   kept       until 2026-06-07 07:10
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written    to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 【要対応】切り分けの期限を過ぎました: 葛飾区情報ネットワークシステム: 早朝の地震
  escalation        message                   kept       until 2026-06-07 07:10
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written    to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00002] 【要対応】切り分けの期限を過ぎました: 税務システム: 早朝の地震
  at                2026-06-06 07:40
  M70_Hour          boundary event            completed
  M70_Hour          timer                     waits      until 2026-06-06 08:40
  M82               send task                 completed
  M82_End           end event                 completed
  ML-m-status       mail                      written    to yamada.taro@ward.example.jp, takahashi.susumu@ward.example.jp, tanaka.yumi@ward.example.jp, sato.makoto@iom.example.jp: [EMG-R08-00001] 定時報告: 早朝の地震
  at                2026-06-06 08:40
  M70_Hour          boundary event            completed
  M70_Hour          timer                     waits      until 2026-06-06 09:40
  M82               send task                 completed
  M82_End           end event                 completed
  ML-m-status       mail                      written    to yamada.taro@ward.example.jp, takahashi.susumu@ward.example.jp, tanaka.yumi@ward.example.jp, sato.makoto@iom.example.jp: [EMG-R08-00001] 定時報告: 早朝の地震

> complete M70 {"outcome": "recovered", "recoverNote": "電源を戻した"}
  M70  user task  completed

> complete M70 {"outcome": "substitute", "recoverNote": "代わりの回線"}
  M70  user task            completed
  M90  user task            created    for ward_is.manager
  M70  multi instance body  completed

> complete M90 {"outcome": "ended", "endReason": "全部動いた"}
  M90         user task  completed
  M91         send task  completed
  M92         user task  created    for iom.leader, due 2026-06-12 23:59
  ML-m-ended  mail       written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 解除: 早朝の地震

> complete M92 {"cause": "停電", "improvements": "発電機の燃料"}
  M92           user task     completed
  DOC-m-record  document      made       時系列記録 EMG-R08-00001 早朝の地震.pdf
  M93           service task  completed
  M94           user task     created    for iom.operator, due 2026-06-12 23:59

> complete M94 {"sheetCorrected": true}
  M94                user task          completed
  Q94                exclusive gateway  completed  took いいえ
  End_Ended          end event          completed
  emergency-contact  process            completed

> show recoveries of EMG-R08-00001
  recoveries  variable  is  [{"system":"SYS-28","result":"recovered","incidentNo":"INC-R08-00001","note":"電源を戻した"},{"system":"SYS-46","result":"substitute","incidentNo":"INC-R08-00002","note":"代わりの回線"}]

> show symptom impact urgency relatedCase of INC-R08-00001
  symptom      variable  is  "停電"
  impact       variable  is  1
  urgency      variable  is  "high"
  relatedCase  variable  is  "EMG-R08-00001"
