# An emergency change for an incident: no round of questions and no tests before the manager's approval and the decision; then it is withdrawn, since a
# workaround was found.
process  .
with     ../reference-data
with     ../production-work-request
people   ../demo/users.json
clock    2026-04-23 10:00 Asia/Tokyo

> start change-release
>     {"title": "緊急の修正", "reason": "収納が止まった", "target": "締切の計算", "systems": ["SYS-46"], "outage": "opening", "rollbackState": "planned", "rollbackPlan": "前の版へ戻す",
>      "releaseFrom": "2026-04-23T18:00:00+09:00", "releaseTo": "2026-04-23T20:00:00+09:00", "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "emergency": true, "incidentNo": "INC-R08-00003",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  change-release  process             activated  as CHG-R08-00001
  Start_Form      start event         completed
  K10             script task         completed
  K94_Start       message             awaited    withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created    for iom.operator, iom.leader, due 2026-04-27 23:59
  ML-k-received   mail                written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 緊急の修正

> complete K20 {"outcome": "analysed", "analysis": "税務だけ"}
  K20         user task           completed
  G20         exclusive gateway   completed  took いいえ
  K22         business rule task  completed
  K24         business rule task  completed
  G24         exclusive gateway   completed  took 緊急
  G50         exclusive gateway   completed  took いいえ
  K54         user task           created    for ward_is.manager
  K54_Remind  timer               waits      until 2026-04-27 09:00

> complete K54 {"outcome": "returned", "returnReason": "切り戻しの手順が足りない"}
  K54            user task          completed
  G54            exclusive gateway  completed  took 差戻し
  K14            send task          completed
  K15            user task          created    for joint_asp/SYS-46.staff
  ML-k-returned  mail               written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を差し戻しました: 緊急の修正

> complete K15 {"outcome": "resubmitted", "rollbackPlan": "実行ファイルを戻す"}
  K15  user task           completed
  K19  business rule task  completed
  K20  user task           created    for iom.operator, iom.leader, due 2026-04-27 23:59

> complete K20 {"outcome": "analysed", "analysis": "税務だけ"}
  K20         user task           completed
  G20         exclusive gateway   completed  took いいえ
  K22         business rule task  completed
  K24         business rule task  completed
  G24         exclusive gateway   completed  took 緊急
  G50         exclusive gateway   completed  took いいえ
  K54         user task           created    for ward_is.manager
  K54_Remind  timer               waits      until 2026-04-27 09:00

> complete K54 {"outcome": "approved"}
  K54            user task           completed
  G54            exclusive gateway   completed  took はい
  DOC-k-request  document            made       変更要求票 CHG-R08-00001 緊急の修正.pdf
  K58            service task        completed
  G56            exclusive gateway   completed  took はい
  K68            business rule task  completed
  K70            user task           created    for ward_is.chief, iom.leader, due 2026-04-27 23:59

> show findings
  findings  variable  is  ["テストの記録がない","切り戻しを試していない","メンテナンス通知の番号がない"]

> publish withdraw key CHG-R08-00001
  K94_Start       message            correlated  withdraw
  K70             user task          terminated
  K94             event sub process  activated
  K94_Start       start event        completed
  K95             send task          completed
  End_Withdrawn   end event          completed
  K94             event sub process  completed
  change-release  process            completed
  ML-k-withdrawn  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp: [CHG-R08-00001] 取り下げられました: 緊急の修正
