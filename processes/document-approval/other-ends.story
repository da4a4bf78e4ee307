# An improvement goes on to the vendor, who is late; the manager rejects a subcontract; withdrawn twice.
process  .
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start document-approval
>     {"title": "監視の改善", "documentKind": "improvement", "documentName": "運用計画書", "documentVersion": "1.0",
>      "documentPlace": "共有フォルダ/計画/01", "summary": "令和8年度の運用", "requester": {"name": "鈴木 花子", "party": "iom",
>      "mail": "suzuki.hanako@iom.example.jp"}, "vendorParty": "joint_asp/SYS-46"}
  document-approval  process             activated  as DOC-R08-00001
  Start_Form         start event         completed
  N10                script task         completed
  N12                business rule task  completed
  N20                user task           created    for ward_is.staff, due 2026-04-07 23:59
  N90_Start          message             awaited    withdraw, key DOC-R08-00001

> show rule
  rule  variable  is  {"approver":"ward_is.chief","vendorRequest":true,"basis":"別紙1-2(1)ア(エ)","note":"承認の後、事業者に要請する"}

> complete N20 {"outcome": "accepted"}
  N20          user task          completed
  G25          exclusive gateway  completed  took いいえ
  N30          send task          completed
  N40          user task          created    for ward_is.chief
  N40_Remind   timer              waits      until 2026-04-06 09:00
  ML-n-review  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料の承認をお願いします: 監視の改善

> complete N40 {"outcome": "approved"}
  N40                  user task          completed
  G46                  exclusive gateway  completed  took はい
  N50                  send task          completed
  G60                  exclusive gateway  completed  took はい
  ML-n-approved        mail               written    to suzuki.hanako@iom.example.jp; copy to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DOC-R08-00001] 資料が承認されました: 監視の改善
  N58                  send task          completed
  N60                  user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-16 23:59
  N60_Late             timer              waits      until 2026-04-17 00:00
  ML-n-vendor_request  mail               written    to hayashi@tax-asp.example.jp: [DOC-R08-00001] 改善をお願いします: 監視の改善

> wait until 2026-04-17 00:00
  N60_Late          boundary event  completed
  N62               send task       completed
  N62_End           end event       completed
  ML-n-vendor_late  mail            written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DOC-R08-00001] 改善の要請への回答がありません: 監視の改善

> complete N60 {"outcome": "disagreed", "vendorAnswer": "次の版で行う"}
  N60  user task  completed
  N70  user task  created    for iom.operator, due 2026-04-20 23:59

> complete N70 {"filedAs": "IMP-01"}
  N70                user task  completed
  End_Completed      end event  completed
  document-approval  process    completed

# The contract's matters go to the manager.
> start document-approval
>     {"title": "再委託", "documentKind": "subcontract", "documentName": "運用計画書", "documentVersion": "1.0",
>      "documentPlace": "共有フォルダ/計画/01", "summary": "令和8年度の運用", "requester": {"name": "鈴木 花子", "party": "iom",
>      "mail": "suzuki.hanako@iom.example.jp"}, "subcontractStatements": "六つの事項"}
  document-approval  process             activated  as DOC-R08-00002
  Start_Form         start event         completed
  N10                script task         completed
  N12                business rule task  completed
  N20                user task           created    for ward_is.staff, due 2026-04-22 23:59
  N90_Start          message             awaited    withdraw, key DOC-R08-00002

> complete N20 {"outcome": "accepted"}
  N20          user task          completed
  G25          exclusive gateway  completed  took いいえ
  N30          send task          completed
  N40          user task          created    for ward_is.manager
  N40_Remind   timer              waits      until 2026-04-21 09:00
  ML-n-review  mail               written    to yamada.taro@ward.example.jp: [DOC-R08-00002] 資料の承認をお願いします: 再委託

> complete N40 {"outcome": "rejected", "rejectReason": "監督の方法が足りない"}
  N40                user task          completed
  G46                exclusive gateway  completed  took いいえ
  G47                exclusive gateway  completed  took はい
  N51                send task          completed
  End_Rejected       end event          completed
  document-approval  process            completed
  ML-n-rejected      mail               written    to suzuki.hanako@iom.example.jp; copy to sato.makoto@iom.example.jp: [DOC-R08-00002] 資料は承認されませんでした: 再委託

# Given up after being sent back; withdrawn while it waits.
> start document-approval
>     {"title": "運用計画書", "documentKind": "operation_plan", "documentName": "運用計画書", "documentVersion": "1.0",
>      "documentPlace": "共有フォルダ/計画/01", "summary": "令和8年度の運用", "requester": {"name": "鈴木 花子", "party": "iom",
>      "mail": "suzuki.hanako@iom.example.jp"}}
  document-approval  process             activated  as DOC-R08-00003
  Start_Form         start event         completed
  N10                script task         completed
  N12                business rule task  completed
  N20                user task           created    for ward_is.staff, due 2026-04-22 23:59
  N90_Start          message             awaited    withdraw, key DOC-R08-00003

> complete N20 {"outcome": "returned", "returnReason": "様式が違う"}
  N20            user task          completed
  G25            exclusive gateway  completed  took はい
  N17            send task          completed
  N15            user task          created    for iom.operator, iom.leader
  ML-n-returned  mail               written    to suzuki.hanako@iom.example.jp: [DOC-R08-00003] 資料を差し戻しました: 運用計画書

> complete N15 {"outcome": "withdrawn"}
  N15                user task          completed
  G15                exclusive gateway  completed  took いいえ
  End_Withdrawn1     end event          completed
  document-approval  process            completed

# Over Golden Week nobody is reminded on the closed days.
> wait until 2026-04-27 10:00

> start document-approval
>     {"title": "運用計画書", "documentKind": "operation_plan", "documentName": "運用計画書", "documentVersion": "1.0",
>      "documentPlace": "共有フォルダ/計画/01", "summary": "令和8年度の運用", "requester": {"name": "鈴木 花子", "party": "iom",
>      "mail": "suzuki.hanako@iom.example.jp"}}
  document-approval  process             activated  as DOC-R08-00004
  Start_Form         start event         completed
  N10                script task         completed
  N12                business rule task  completed
  N20                user task           created    for ward_is.staff, due 2026-05-01 23:59
  N90_Start          message             awaited    withdraw, key DOC-R08-00004

> complete N20 {"outcome": "accepted"}
  N20          user task          completed
  G25          exclusive gateway  completed  took いいえ
  N30          send task          completed
  N40          user task          created    for ward_is.chief
  N40_Remind   timer              waits      until 2026-04-30 09:00
  ML-n-review  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00004] 資料の承認をお願いします: 運用計画書

> wait until 2026-05-07 09:00
  at             2026-04-30 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-05-01 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00004] 資料の承認をお待ちしています: 運用計画書
  at             2026-05-01 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-05-02 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00004] 資料の承認をお待ちしています: 運用計画書
  at             2026-05-02 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  N42_Closed     end event          completed
  N40_Remind     timer              waits      until 2026-05-03 09:00
  at             2026-05-03 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  N42_Closed     end event          completed
  N40_Remind     timer              waits      until 2026-05-04 09:00
  at             2026-05-04 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  N42_Closed     end event          completed
  N40_Remind     timer              waits      until 2026-05-05 09:00
  at             2026-05-05 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  N42_Closed     end event          completed
  N40_Remind     timer              waits      until 2026-05-06 09:00
  at             2026-05-06 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  N42_Closed     end event          completed
  N40_Remind     timer              waits      until 2026-05-07 09:00
  N40_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  N40_Remind     timer              waits      until 2026-05-08 09:00
  N42            send task          completed
  N42_End        end event          completed
  ML-n-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DOC-R08-00004] 資料の承認をお待ちしています: 運用計画書

> publish withdraw key DOC-R08-00004 {"withdrawReason": "出し直す"}
  N90_Start          message            correlated  withdraw
  N40                user task          terminated
  N90                event sub process  activated
  N90_Start          start event        completed
  N91                send task          completed
  End_Withdrawn      end event          completed
  N90                event sub process  completed
  document-approval  process            completed
  ML-n-withdrawn     mail               written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DOC-R08-00004] 取り下げられました: 運用計画書
