# n12: nothing found, ten business days where none are named; and one that isn't asked for any more.
process  .
people   ../demo/users.json
clock    2026-04-24 10:00 Asia/Tokyo

> start audit-record
>     {"title": "作業の点検", "auditKind": "inspection", "party": "infra", "scope": "作業記録 4月分",
>      "requester": {"name": "田中 由美", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  audit-record  process      activated  as AUD-R08-00001
  Start_Form    start event  completed
  V10           script task  completed
  V90_Start     message      awaited    withdraw, key AUD-R08-00001
  V12           send task    completed
  V20           user task    created    for infra.staff, infra.leader, due 2026-05-14 23:59
  V20_Remind    timer        waits      until 2026-05-13 09:00
  ML-n12-asked  mail         written    to nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [AUD-R08-00001] 監査・点検の記録を出してください: 作業の点検

> show dueOn
  dueOn  variable  is  "2026-05-14"

> complete V20 {"outcome": "submitted", "checkedOn": "2026-04-28", "checkedBy": "中村 健", "recordPlace": "文書 B-1", "recordSummary": "手順のとおり"}
  V20  user task  completed
  V30  user task  created    for ward_is.staff, due 2026-05-07 23:59

> complete V30 {"outcome": "passed"}
  V30  user task          completed
  G30  exclusive gateway  completed  took 問題なし
  V50  user task          created    for ward_is.chief

> complete V50 {"outcome": "approved"}
  V50             user task          completed
  G50             exclusive gateway  completed  took はい
  DOC-n12-record  document           made       点検記録 AUD-R08-00001 作業の点検.pdf
  V60             service task       completed
  V62             send task          completed
  G62             exclusive gateway  completed  took いいえ
  End_Passed      end event          completed
  audit-record    process            completed
  ML-n12-result   mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [AUD-R08-00001] 監査・点検の結果: 作業の点検

> start audit-record
>     {"title": "監査", "auditKind": "audit", "party": "network", "scope": "年度の監査",
>      "requester": {"name": "田中 由美", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  audit-record  process      activated  as AUD-R08-00002
  Start_Form    start event  completed
  V10           script task  completed
  V90_Start     message      awaited    withdraw, key AUD-R08-00002
  V12           send task    completed
  V20           user task    created    for network.staff, network.leader, due 2026-05-14 23:59
  V20_Remind    timer        waits      until 2026-05-13 09:00
  ML-n12-asked  mail         written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [AUD-R08-00002] 監査・点検の記録を出してください: 監査

> publish withdraw key AUD-R08-00002 {"withdrawReason": "来年度に行う"}
  V90_Start         message            correlated  withdraw
  V20               user task          terminated
  V90               event sub process  activated
  V90_Start         start event        completed
  V91               send task          completed
  End_Withdrawn     end event          completed
  V90               event sub process  completed
  audit-record      process            completed
  ML-n12-withdrawn  mail               written     to inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [AUD-R08-00002] 記録の求めを取り下げました: 監査
