# A change of the Common DB in opening hours is of high risk: the manager decides and is reminded on business days (29 April is closed). Rejected.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-23 10:00 Asia/Tokyo

> start change-release
>     {"title": "共通DBの版上げ", "reason": "保守の終わり", "target": "データベース", "systems": ["SYS-06"], "outage": "opening", "rollbackState": "planned", "rollbackPlan": "前の版へ戻す",
>      "releaseFrom": "2026-05-27T18:00:00+09:00", "releaseTo": "2026-05-27T20:00:00+09:00", "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], 
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  change-release  process             activated  as CHG-R08-00001
  Start_Form      start event         completed
  K10             script task         completed
  K94_Start       message             awaited    withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created    for iom.operator, iom.leader, due 2026-04-27 23:59
  ML-k-received   mail                written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 共通DBの版上げ

> show affected
  affected  variable  is  ["network.staff","single_db.staff","joint_asp/SYS-08.staff","joint_asp/SYS-32.staff","joint_asp/SYS-03.staff","joint_asp/SYS-40.staff","joint_asp/SYS-35.staff","joint_asp/SYS-46.staff","joint_asp/SYS-31.staff","joint_asp/SYS-47.staff","joint_asp/SYS-22.staff","joint_asp/SYS-45.staff","joint_asp/SYS-12.staff","joint_asp/SYS-26.staff","joint_asp/SYS-52.staff","nonstd/SYS-13.staff"]

> complete K20 {"outcome": "analysed", "analysis": "全事業者に及ぶ", "affected": ["network.staff", "joint_asp/SYS-46.staff"]}
  K20          user task            completed
  G20          exclusive gateway    completed  took いいえ
  K22          business rule task   completed
  K24          business rule task   completed
  G24          exclusive gateway    completed  took 通常
  K30          send task            completed
  K32          multi instance body  activated
  K32_Remind   timer                waits      until 2026-04-27 09:00
  K32          user task            created    for network.staff, due 2026-05-01 23:59
  K32          user task            created    for joint_asp/SYS-46.staff, due 2026-05-01 23:59
  ML-k-impact  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, inoue@network.example.jp, hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更の影響確認: 共通DBの版上げ

> show risk category
  risk      variable  is  "high"
  category  variable  is  "normal"

> wait until 2026-04-27 09:00
  K32_Remind            boundary event  completed
  K33                   send task       completed
  K33_End               end event       completed
  ML-k-impact_reminder  mail            written    to inoue@network.example.jp, hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更の影響確認をお待ちしています: 共通DBの版上げ

> complete K32 {"outcome": "agreed"}
  K32  user task  completed

> complete K32 {"outcome": "agreed"}
  K32         user task            completed
  G34         exclusive gateway    completed  took いいえ
  G50         exclusive gateway    completed  took いいえ
  K54         user task            created    for ward_is.manager
  K54_Remind  timer                waits      until 2026-04-30 09:00
  K32         multi instance body  completed

> wait until 2026-04-30 09:00
  K54_Remind     boundary event     completed
  G55            exclusive gateway  completed  took はい
  K54_Remind     timer              waits      until 2026-05-01 09:00
  K55            send task          completed
  K55_End        end event          completed
  ML-k-reminder  mail               written    to yamada.taro@ward.example.jp: [CHG-R08-00001] 承認をお待ちしています: 共通DBの版上げ

> complete K54 {"outcome": "rejected", "rejectReason": "開庁時間に止められない"}
  K54             user task          completed
  G54             exclusive gateway  completed  took 却下
  K56             send task          completed
  ML-k-rejected   mail               written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更は却下されました: 共通DBの版上げ
  DOC-k-request   document           made       変更要求票 CHG-R08-00001 共通DBの版上げ.pdf
  K57             service task       completed
  End_Rejected    end event          completed
  change-release  process            completed
