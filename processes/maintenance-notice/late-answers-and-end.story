# The desk is slow to look (DL-40), it collides and is moved, nobody says when it ended (30 minutes after the plan), and it was rolled back with users affected.
process  .
with     ../work-calendar
with     ../infra-work-request
people   ../demo/users.json
clock    2026-09-17 16:00 Asia/Tokyo

# A work of the base on the same line, in the same night.
> start infra-work-request
>     {"title": "閉域回線の点検", "workType": "network", "systems": ["SYS-56"], "description": "回線を点検する", "reason": "定期", "desiredFrom": "2026-09-28T21:00:00+09:00",
>      "desiredTo": "2026-09-28T23:00:00+09:00", "outage": "none", "contactOnDay": "中村", "requester": {"name": "中村", "party": "infra", "mail": "nakamura@infra.example.jp"}}
  infra-work-request  process             activated  as INF-R08-00001
  Start_Form          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited    linked-approved, key INF-R08-00001
  B82_Start           message             awaited    linked-refused, key INF-R08-00001
  B90_Start           message             awaited    withdraw, key INF-R08-00001
  B94_Start           message             awaited    work-stop, key INF-R08-00001
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written    to nakamura@infra.example.jp: [INF-R08-00001] 申請を受け付けました: 閉域回線の点検
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-09-18 23:59

> start maintenance-notice
>     {"title": "回線の切替", "kind": "planned", "target": "cloud", "systems": ["SYS-56"], "plannedFrom": "2026-09-28T20:00:00+09:00",
>      "plannedTo": "2026-09-28T22:00:00+09:00", "effect": "partial", "contact": "井上", "requester": {"name": "井上", "party": "network", "mail": "inoue@network.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-09-18 17:15
  C20_Half            timer        waits      until 2026-09-18 11:37:30
  C20_Late            timer        waits      until 2026-09-18 17:15
  ML-c-received       mail         written    to inoue@network.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 回線の切替

> wait until 2026-09-18 17:15
  at               2026-09-18 11:37:30
  C20_Half         boundary event       completed
  C17              send task            completed
  C17_End          end event            completed
  ML-c-check_late  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00001] メンテナンス情報の確認: 回線の切替
  C20_Late         boundary event       completed
  C17              send task            completed
  C17_End          end event            completed
  ML-c-check_late  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00001] メンテナンス情報の確認: 回線の切替

> complete C20 {"outcome": "complete"}
  C20            user task           completed
  G20            exclusive gateway   completed  took いいえ
  G25            exclusive gateway   completed  took いいえ
  C30            business rule task  completed
  C31            script task         completed
  C40            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  C40            call activity       completed
  G40            exclusive gateway   completed  took はい
  C45            user task           created    for iom.operator, due 2026-09-25 23:59

> show collisions
  collisions  variable  is  [{"level":"stop","finding":"同じシステムの予定と重なる: INF-R08-00001 閉域回線の点検"},{"level":"late","finding":"開始まで5営業日を切っている"}]

> complete C45 {"plannedFrom": "2026-10-07T20:00:00+09:00", "plannedTo": "2026-10-07T22:00:00+09:00", "adjustment": "10月7日にした"}
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
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 回線の切替 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 回線の切替.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-09-25 09:00
  C65_Over       timer                waits      until 2026-10-06 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for network.staff

> wait until 2026-10-07 20:00
  at                    2026-09-25 09:00
  C65_Remind            boundary event            completed
  C66                   send task                 completed
  C66_End               end event                 completed
  ML-c-answer_reminder  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp: [MNT-R08-00001] メンテナンスの影響の回答: 回線の切替
  at                    2026-10-06 00:00
  linked-approved       message                   kept        until 2026-10-07 00:00
  C65                   user task                 terminated
  C65                   user task                 terminated
  C65_Over              boundary event            completed
  G66                   exclusive gateway         completed   took いいえ
  C70                   script task               completed
  C72                   intermediate throw event  completed
  T80                   intermediate catch event  activated   until 2026-10-06 09:00
  C65                   multi instance body       terminated
  at                    2026-10-06 09:00
  T80                   intermediate catch event  completed
  C82                   send task                 completed
  C90                   user task                 created     for network.staff, due 2026-10-07 20:00
  ML-c-day_before       mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp: [MNT-R08-00001] 明日のメンテナンス: 回線の切替
  linked-approved       message                   expired

> show answers
  answers  variable  is  []

> complete C90 {"startedAt": "2026-10-07T20:00:00+09:00"}
  C90         user task  completed
  C92         send task  completed
  C100        user task  created    for network.staff, due 2026-10-07 22:00
  C100_Late   timer      waits      until 2026-10-07 22:30
  ML-c-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp: [MNT-R08-00001] メンテナンス開始: 回線の切替

> wait until 2026-10-07 22:30
  C100_Late         boundary event  completed
  C102              send task       completed
  C102_End          end event       completed
  ML-c-end_missing  mail            written    to sato.makoto@iom.example.jp, inoue@network.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00001] メンテナンス終了の連絡がありません: 回線の切替

> complete C100 {"outcome": "rolled_back", "finishedAt": "2026-10-07T22:40:00+09:00", "workLog": "つながらず戻した"}
  C100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  C110  user task          created    for iom.operator, due 2026-10-08 23:59

> complete C110 {"outcome": "abnormal", "verifyResult": "一部の拠点が遅い", "incidentNo": "INC-R08-00012"}
  C110                user task          completed
  C112                send task          completed
  G112                exclusive gateway  completed  took 切り戻し
  End_Rolled          end event          completed
  maintenance-notice  process            completed
  ML-c-end            mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンス終了: 回線の切替
