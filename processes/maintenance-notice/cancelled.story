# The vendor calls it off: all who were told are told again.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "監視機器の更新", "kind": "planned", "target": "infra", "plannedFrom": "2026-07-20T18:00:00+09:00", "plannedTo": "2026-07-20T20:00:00+09:00",
>      "effect": "none", "contact": "中村", "requester": {"name": "中村", "party": "infra", "mail": "nakamura@infra.example.jp"}}
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
  ML-c-received       mail         written    to nakamura@infra.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 監視機器の更新

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
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 監視機器の更新 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 監視機器の更新.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-17 00:00
  C65            user task            created    for infra.staff
  C65            user task            created    for nonstd/SYS-13.staff
  C65            user task            created    for ward_is.staff

> publish withdraw key MNT-R08-00001
  C114_Start          message              correlated  withdraw
  C65                 user task            terminated
  C65                 user task            terminated
  C65                 user task            terminated
  C114                event sub process    activated
  C114_Start          start event          completed
  C65                 multi instance body  terminated
  linked-refused      message              kept        until 2026-07-02 10:00
  C115                send task            completed
  End_Withdrawn       end event            completed
  C114                event sub process    completed
  maintenance-notice  process              completed
  ML-c-cancelled      mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp: [MNT-R08-00001] メンテナンスの中止: 監視機器の更新 (with MNT-R08-00001.ics)
