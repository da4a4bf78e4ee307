# An emergency of today: one mail to all at once, the ward is called, and it begins.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "共通DBの緊急再起動", "kind": "emergency", "target": "common_db", "systems": ["SYS-06"], "plannedFrom": "2026-07-01T12:00:00+09:00",
>      "plannedTo": "2026-07-01T12:30:00+09:00", "effect": "stop", "contact": "木村", "requester": {"name": "木村", "party": "single_db", "mail": "kimura@singledb.example.jp"}}
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
  ML-c-received       mail         written    to kimura@singledb.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 共通DBの緊急再起動

> complete C20 {"outcome": "complete"}
  C20             user task           completed
  G20             exclusive gateway   completed  took いいえ
  G25             exclusive gateway   completed  took はい
  C27             business rule task  completed
  C28             send task           completed
  C29             user task           created    for iom.operator
  ML-c-emergency  mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kimura@singledb.example.jp, shimizu@jumin-asp.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, kato.takashi@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [MNT-R08-00001] 【緊急】メンテナンスのお知らせ: 共通DBの緊急再起動

> complete C29 {"calledWhom": "高橋", "calledAt": "2026-07-01T10:10:00+09:00", "callResult": "了解"}
  C29  user task          completed
  G29  exclusive gateway  completed  took はい
  C90  user task          created    for single_db.staff, due 2026-07-01 12:00

> complete C90 {"startedAt": "2026-07-01T12:00:00+09:00"}
  C90         user task  completed
  C92         send task  completed
  C100        user task  created    for single_db.staff, due 2026-07-01 12:30
  C100_Late   timer      waits      until 2026-07-01 13:00
  ML-c-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, shimizu@jumin-asp.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, kato.takashi@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [MNT-R08-00001] メンテナンス開始: 共通DBの緊急再起動

> complete C100 {"outcome": "done", "finishedAt": "2026-07-01T12:20:00+09:00", "workLog": "再起動した"}
  C100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  C110  user task          created    for iom.operator, due 2026-07-02 23:59

> complete C110 {"outcome": "normal", "verifyResult": "連携が流れている"}
  C110                user task          completed
  C112                send task          completed
  G112                exclusive gateway  completed  took 完了
  End_Done            end event          completed
  maintenance-notice  process            completed
  ML-c-end            mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, shimizu@jumin-asp.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, kato.takashi@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンス終了: 共通DBの緊急再起動
