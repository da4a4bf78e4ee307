# A notice without a stop: told, answered, reminded the business day before, done in time.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "統合基盤の点検", "kind": "planned", "target": "infra", "systems": ["SYS-18"], "plannedFrom": "2026-07-13T18:00:00+09:00",
>      "plannedTo": "2026-07-13T20:00:00+09:00", "effect": "none", "contact": "中村", "requester": {"name": "中村", "party": "infra", "mail": "nakamura@infra.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-07-02 17:15
  C20_Half            timer        waits      until 2026-07-01 14:22:30
  C20_Late            timer        waits      until 2026-07-02 17:15
  ML-c-received       mail         written    to nakamura@infra.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 統合基盤の点検

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
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 統合基盤の点検 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 統合基盤の点検.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-10 00:00
  C65            user task            created    for infra.staff
  C65            user task            created    for nonstd/SYS-13.staff
  C65            user task            created    for ward_is.staff

> complete C65 {"outcome": "no_effect"}
  C65  user task  completed

> complete C65 {"outcome": "no_effect"}
  C65  user task  completed

> complete C65 {"outcome": "no_effect"}
  linked-approved  message                   kept       until 2026-07-02 10:00
  C65              user task                 completed
  G66              exclusive gateway         completed  took いいえ
  C70              script task               completed
  C72              intermediate throw event  completed
  T80              intermediate catch event  activated  until 2026-07-10 09:00
  C65              multi instance body       completed

> wait until 2026-07-13 18:00
  at               2026-07-10 09:00
  linked-approved  message                   expired
  T80              intermediate catch event  completed
  C82              send task                 completed
  C90              user task                 created    for infra.staff, due 2026-07-13 18:00
  ML-c-day_before  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] 明日のメンテナンス: 統合基盤の点検

> complete C90 {"startedAt": "2026-07-13T18:00:00+09:00"}
  C90         user task  completed
  C92         send task  completed
  C100        user task  created    for infra.staff, due 2026-07-13 20:00
  C100_Late   timer      waits      until 2026-07-13 20:30
  ML-c-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンス開始: 統合基盤の点検

> complete C100 {"outcome": "done", "finishedAt": "2026-07-13T19:30:00+09:00", "workLog": "点検した"}
  C100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  C110  user task          created    for iom.operator, due 2026-07-14 23:59

> complete C110 {"outcome": "normal", "verifyResult": "異常なし"}
  C110                user task          completed
  C112                send task          completed
  G112                exclusive gateway  completed  took 完了
  End_Done            end event          completed
  maintenance-notice  process            completed
  ML-c-end            mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンス終了: 統合基盤の点検
