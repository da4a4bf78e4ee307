# The approval lies over a weekend: nobody is reminded on closed days.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-08 10:00 Asia/Tokyo

> start change-release
>     {"title": "証明書の入替え", "reason": "期限", "target": "証明書", "systems": ["SYS-46"], "outage": "none", "rollbackState": "planned", "rollbackPlan": "前の証明書へ戻す",
>      "releaseFrom": "2026-05-27T18:00:00+09:00", "releaseTo": "2026-05-27T20:00:00+09:00", "emergency": true, "incidentNo": "INC-R08-00001",
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  change-release  process             activated  as CHG-R08-00001
  Start_Form      start event         completed
  K10             script task         completed
  K94_Start       message             awaited    withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created    for iom.operator, iom.leader, due 2026-04-10 23:59
  ML-k-received   mail                written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 証明書の入替え

> complete K20 {"outcome": "analysed", "analysis": "一つのシステム"}
  K20         user task           completed
  G20         exclusive gateway   completed  took いいえ
  K22         business rule task  completed
  K24         business rule task  completed
  G24         exclusive gateway   completed  took 緊急
  G50         exclusive gateway   completed  took いいえ
  K54         user task           created    for ward_is.chief
  K54_Remind  timer               waits      until 2026-04-10 09:00

> wait until 2026-04-13 09:00
  at             2026-04-10 09:00
  K54_Remind     boundary event     completed
  G55            exclusive gateway  completed  took はい
  K54_Remind     timer              waits      until 2026-04-11 09:00
  K55            send task          completed
  K55_End        end event          completed
  ML-k-reminder  mail               written    to takahashi.susumu@ward.example.jp: [CHG-R08-00001] 承認をお待ちしています: 証明書の入替え
  at             2026-04-11 09:00
  K54_Remind     boundary event     completed
  G55            exclusive gateway  completed  took いいえ
  K55_End        end event          completed
  K54_Remind     timer              waits      until 2026-04-12 09:00
  at             2026-04-12 09:00
  K54_Remind     boundary event     completed
  G55            exclusive gateway  completed  took いいえ
  K55_End        end event          completed
  K54_Remind     timer              waits      until 2026-04-13 09:00
  K54_Remind     boundary event     completed
  G55            exclusive gateway  completed  took はい
  K54_Remind     timer              waits      until 2026-04-14 09:00
  K55            send task          completed
  K55_End        end event          completed
  ML-k-reminder  mail               written    to takahashi.susumu@ward.example.jp: [CHG-R08-00001] 承認をお待ちしています: 証明書の入替え
