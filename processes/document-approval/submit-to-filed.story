# 運用計画書: sent back once by the staff, once by the chief, then approved with a condition and filed. Silence is no approval: five business days pass, and the next post is told.
process  .
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start document-approval
>     {"title": "運用計画書", "documentKind": "operation_plan", "documentName": "運用計画書", "documentVersion": "1.0",
>      "documentPlace": "共有フォルダ/計画/01", "summary": "令和8年度の運用", "requester": {"name": "鈴木 花子", "party": "iom",
>      "mail": "suzuki.hanako@iom.example.jp"}}
  document-approval  process             activated  as DOC-R08-00001
  Start_Form         start event         completed
  N10                script task         completed
  N12                business rule task  completed
  N20                user task           created    for ward_is.staff, due 2026-04-07 23:59
  N90_Start          message             awaited    withdraw, key DOC-R08-00001

> show rule
  rule  variable  is  {"approver":"ward_is.chief","vendorRequest":false,"basis":"別紙1-2(1)","note":"承認"}

> complete N20 {"outcome": "returned", "returnReason": "連絡先がない"}
  N20            user task          completed
  G25            exclusive gateway  completed  took はい
  N17            send task          completed
  N15            user task          created    for iom.operator, iom.leader
  ML-n-returned  mail               written    to suzuki.hanako@iom.example.jp: [DOC-R08-00001] 資料を差し戻しました: 運用計画書

> complete N15 {"outcome": "resubmitted", "documentVersion": "1.1"}
  N15  user task           completed
  G15  exclusive gateway   completed  took はい
  N16  script task         completed
  N12  business rule task  completed
  N20  user task           created    for ward_is.staff, due 2026-04-07 23:59

> complete N20 {"outcome": "accepted"}
  N20          user task          completed
  G25          exclusive gateway  completed  took いいえ
  N30          send task          completed
  N40          user task          created    for ward_is.chief
  N40_Remind   timer              waits      until 2026-04-06 09:00
  ML-n-review  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお願いします: 運用計画書

> wait until 2026-04-09 09:00
  at             2026-04-06 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-04-07 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお待ちしています: 運用計画書
  at             2026-04-07 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-04-08 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお待ちしています: 運用計画書
  at             2026-04-08 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-04-09 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお待ちしています: 運用計画書
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-04-10 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp, sato.makoto@iom.example.jp: [DOC-R08-00001] 資料の承認をお待ちしています: 運用計画書

> complete N40 {"outcome": "returned", "returnReason": "体制が古い"}
  N40            user task          completed
  G46            exclusive gateway  completed  took いいえ
  G47            exclusive gateway  completed  took いいえ
  N17            send task          completed
  N15            user task          created    for iom.operator, iom.leader
  ML-n-returned  mail               written    to suzuki.hanako@iom.example.jp: [DOC-R08-00001] 資料を差し戻しました: 運用計画書

> complete N15 {"outcome": "resubmitted", "documentVersion": "1.2", "changes": "体制を改めた"}
  N15  user task           completed
  G15  exclusive gateway   completed  took はい
  N16  script task         completed
  N12  business rule task  completed
  N20  user task           created    for ward_is.staff, due 2026-04-14 23:59

> complete N20 {"outcome": "accepted"}
  N20          user task          completed
  G25          exclusive gateway  completed  took いいえ
  N30          send task          completed
  N40          user task          created    for ward_is.chief
  N40_Remind   timer              waits      until 2026-04-13 09:00
  ML-n-review  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお願いします: 運用計画書

> complete N40 {"outcome": "approved_with_conditions", "conditions": "6月に見直す"}
  N40            user task          completed
  G46            exclusive gateway  completed  took はい
  N50            send task          completed
  G60            exclusive gateway  completed  took いいえ
  N70            user task          created    for iom.operator, due 2026-04-10 23:59
  ML-n-approved  mail               written    to suzuki.hanako@iom.example.jp; copy to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料が承認されました: 運用計画書

> complete N70 {"filedAs": "OPS-01", "distributed": true}
  N70                user task  completed
  End_Completed      end event  completed
  document-approval  process    completed

> show round documentVersion
  round            variable  is  3
  documentVersion  variable  is  "1.2"
