# The tax system stops: its departments and the Common DB are told, one objects, the dates are moved, the departments consent, the chief approves.
# One who is silent counts as read. The work is extended once, so it is done late.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-05-25 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "税務システムの更新", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-06-08T18:00:00+09:00",
>      "plannedTo": "2026-06-08T22:00:00+09:00", "effect": "stop", "staffScreen": true, "staffMessage": "18時から使えません", "contact": "林",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-05-26 17:15
  C20_Half            timer        waits      until 2026-05-25 14:22:30
  C20_Late            timer        waits      until 2026-05-26 17:15
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 税務システムの更新

> complete C20 {"outcome": "incomplete", "askBack": "切り戻しを決める時刻"}
  C20            user task          completed
  G20            exclusive gateway  completed  took はい
  C22            send task          completed
  C24            user task          created    for joint_asp/SYS-46.staff
  ML-c-ask_back  mail               written    to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報の確認をお願いします: 税務システムの更新

> complete C24 {"outcome": "resubmitted", "rollbackDecisionAt": "2026-06-08T21:00:00+09:00"}
  C24       user task  completed
  C20       user task  created    for iom.operator, due 2026-05-26 17:15
  C20_Half  timer      waits      until 2026-05-25 14:22:30
  C20_Late  timer      waits      until 2026-05-26 17:15

> complete C20 {"outcome": "complete"}
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
  G48            exclusive gateway    completed  took はい
  C51            multi instance body  activated
  C51            user task            created    for ward_dept/税務課.manager

> show audience collisions
  audience    variable  is  ["single_db.staff","ward_dept/税務課.staff","helpdesk.staff"]
  collisions  variable  is  [{"level":"manager","finding":"凍結期間: 税の通知の発送"}]

> complete C51 {"outcome": "agreed"}
  C51  user task            completed
  C50  user task            created    for ward_is.manager
  C51  multi instance body  completed

> complete C50 {"outcome": "approved"}
  C50           user task            completed
  G50           exclusive gateway    completed  took はい
  C60           send task            completed
  ML-c-advance  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 税務システムの更新 (with MNT-R08-00001.ics)
  DOC-c-notice  document             made       メンテナンスのお知らせ MNT-R08-00001 税務システムの更新.pdf
  C61           service task         completed
  C65           multi instance body  activated
  C65_Remind    timer                waits      until 2026-05-27 09:00
  C65_Over      timer                waits      until 2026-06-05 00:00
  C65           user task            created    for single_db.staff
  C65           user task            created    for ward_dept/税務課.staff
  C65           user task            created    for helpdesk.staff

> complete C65 {"outcome": "objection", "opinion": "発送の期間に当たる"}
  C65  user task            completed
  C65  user task            terminated
  C65  user task            terminated
  G66  exclusive gateway    completed   took はい
  C45  user task            created     for iom.operator, due 2026-05-27 23:59
  C65  multi instance body  completed

> show answers
  answers  variable  is  [{"reader":"single_db.staff","outcome":"objection","opinion":"発送の期間に当たる"},null,null]

> complete C45 {"plannedFrom": "2026-06-15T18:00:00+09:00", "plannedTo": "2026-06-15T22:00:00+09:00", "adjustment": "一週間後にした"}
  C45            user task            completed
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
  G48            exclusive gateway    completed  took はい
  C51            multi instance body  activated
  C51            user task            created    for ward_dept/税務課.manager

> complete C51 {"outcome": "agreed"}
  C51  user task            completed
  C50  user task            created    for ward_is.chief
  C51  multi instance body  completed

> complete C50 {"outcome": "approved"}
  C50           user task            completed
  G50           exclusive gateway    completed  took はい
  C60           send task            completed
  ML-c-advance  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 税務システムの更新 (with MNT-R08-00001.ics)
  DOC-c-notice  document             made       メンテナンスのお知らせ MNT-R08-00001 税務システムの更新.pdf
  C61           service task         completed
  C65           multi instance body  activated
  C65_Remind    timer                waits      until 2026-05-27 09:00
  C65_Over      timer                waits      until 2026-06-12 00:00
  C65           user task            created    for single_db.staff
  C65           user task            created    for ward_dept/税務課.staff
  C65           user task            created    for helpdesk.staff

> complete C65 {"outcome": "agreed"}
  C65  user task  completed

# Who has the notice in the calendar sees it move: the number goes up with each change.
> show calendarSequence
  calendarSequence  variable  is  1

> wait until 2026-06-15 18:00
  at                    2026-05-27 09:00
  C65_Remind            boundary event            completed
  C66                   send task                 completed
  C66_End               end event                 completed
  ML-c-answer_reminder  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [MNT-R08-00001] メンテナンスの影響の回答: 税務システムの更新
  at                    2026-06-12 00:00
  linked-approved       message                   kept        until 2026-06-13 00:00
  C65                   user task                 terminated
  C65                   user task                 terminated
  C65_Over              boundary event            completed
  G66                   exclusive gateway         completed   took いいえ
  C70                   script task               completed
  C72                   intermediate throw event  completed
  T80                   intermediate catch event  activated   until 2026-06-12 09:00
  C65                   multi instance body       terminated
  at                    2026-06-12 09:00
  T80                   intermediate catch event  completed
  C82                   send task                 completed
  C90                   user task                 created     for joint_asp/SYS-46.staff, due 2026-06-15 18:00
  ML-c-day_before       mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to hayashi@tax-asp.example.jp: [MNT-R08-00001] 明日のメンテナンス: 税務システムの更新
  linked-approved       message                   expired

> complete C90 {"startedAt": "2026-06-15T18:01:00+09:00"}
  C90         user task  completed
  C92         send task  completed
  C100        user task  created    for joint_asp/SYS-46.staff, due 2026-06-15 22:00
  C100_Late   timer      waits      until 2026-06-15 22:30
  ML-c-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [MNT-R08-00001] メンテナンス開始: 税務システムの更新

> complete C100 {"outcome": "extended", "plannedTo": "2026-06-15T23:00:00+09:00", "workLog": "索引の作り直しが長い"}
  C100          user task          completed
  G100          exclusive gateway  completed  took はい
  C104          send task          completed
  C100          user task          created    for joint_asp/SYS-46.staff, due 2026-06-15 23:00
  C100_Late     timer              waits      until 2026-06-15 23:30
  ML-c-changed  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスの変更: 税務システムの更新 (with MNT-R08-00001.ics)

> show calendarSequence
  calendarSequence  variable  is  2

> complete C100 {"outcome": "done", "finishedAt": "2026-06-15T22:50:00+09:00", "workLog": "終わった"}
  C100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  C110  user task          created    for iom.operator, due 2026-06-16 23:59

> complete C110 {"outcome": "normal", "verifyResult": "照会できる"}
  C110                user task          completed
  C112                send task          completed
  G112                exclusive gateway  completed  took 遅れ
  End_Late            end event          completed
  maintenance-notice  process            completed
  ML-c-end            mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンス終了: 税務システムの更新
