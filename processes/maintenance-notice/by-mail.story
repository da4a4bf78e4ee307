# A vendor's mail to the maintenance mailbox. The desk reads it and fills in what the form asks; the help desk hears of screens that stop.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-07 09:31 Asia/Tokyo

> mail ../demo/maintenance-vendor.eml
  Start_Mail          message      correlated  maintenance-notice
  maintenance-notice  process      activated   as MNT-R08-00001
  Start_Mail          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited     withdraw, key MNT-R08-00001
  C118_Start          message      awaited     work-withdrawn, key -
  C116_Start          message      awaited     maintenance-alert, key MNT-R08-00001
  MNT-R08-00001       mail         taken       from hayashi@tax-asp.example.jp: 税務システムの定期保守
  C12                 send task    completed
  C20                 user task    created     for iom.operator, due 2026-04-08 17:15
  C20_Half            timer        waits       until 2026-04-07 13:53:30
  C20_Late            timer        waits       until 2026-04-08 17:15
  ML-c-received       mail         written     to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 税務システムの定期保守

> complete C20
>     {"outcome": "complete", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-04-20T19:00:00+09:00", "plannedTo": "2026-04-20T21:00:00+09:00",
>      "effect": "partial", "staffScreen": true, "staffMessage": "照会の画面は19時から21時まで使えません", "contact": "林"}
  C20            user task            completed
  G20            exclusive gateway    completed  took いいえ
  G25            exclusive gateway    completed  took いいえ
  C30            business rule task   completed
  C31            script task          completed
  C40            call activity        activated
  work-calendar  process              activated
  Start_Called   start event          completed
  W10            service task         completed
  W20            script task          completed
  W30            business rule task   completed
  End_Answered   end event            completed
  work-calendar  process              completed
  C40            call activity        completed
  G40            exclusive gateway    completed  took いいえ
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 税務システムの定期保守 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 税務システムの定期保守.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-04-09 09:00
  C65_Over       timer                waits      until 2026-04-17 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for ward_dept/税務課.staff
  C65            user task            created    for helpdesk.staff

> show audience collisions
  audience    variable  is  ["single_db.staff","ward_dept/税務課.staff","helpdesk.staff"]
  collisions  variable  is  []

> publish withdraw key MNT-R08-00001
  C114_Start          message              correlated  withdraw
  C65                 user task            terminated
  C65                 user task            terminated
  C65                 user task            terminated
  C114                event sub process    activated
  C114_Start          start event          completed
  C65                 multi instance body  terminated
  linked-refused      message              kept        until 2026-04-08 09:31
  C115                send task            completed
  End_Withdrawn       end event            completed
  C114                event sub process    completed
  maintenance-notice  process              completed
  ML-c-cancelled      mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [MNT-R08-00001] メンテナンスの中止: 税務システムの定期保守 (with MNT-R08-00001.ics)
