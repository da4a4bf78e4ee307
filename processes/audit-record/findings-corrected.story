# n12: asked for, late, sent back once; a finding, corrected late and at the second try; the chief sends it back once, then approves.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> start audit-record
>     {"title": "個人情報の保管の点検", "auditKind": "personal_data", "party": "joint_asp/SYS-46", "scope": "保管場所と持出しの記録", "dueOn": "2026-04-10",
>      "requester": {"name": "田中 由美", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  audit-record  process      activated  as AUD-R08-00001
  Start_Form    start event  completed
  V10           script task  completed
  V90_Start     message      awaited    withdraw, key AUD-R08-00001
  V12           send task    completed
  V20           user task    created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-10 23:59
  V20_Remind    timer        waits      until 2026-04-09 09:00
  ML-n12-asked  mail         written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [AUD-R08-00001] 監査・点検の記録を出してください: 個人情報の保管の点検

# From the business day before, on business days only; once it is late, the chief and the desk's leader read it, too.
> wait until 2026-04-13 09:00
  at               2026-04-09 09:00
  V20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  V20_Remind       timer              waits      until 2026-04-10 09:00
  V21              send task          completed
  V21_End          end event          completed
  ML-n12-reminder  mail               written    to hayashi@tax-asp.example.jp: [AUD-R08-00001] 記録の提出をお待ちしています: 個人情報の保管の点検
  at               2026-04-10 09:00
  V20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  V20_Remind       timer              waits      until 2026-04-11 09:00
  V21              send task          completed
  V21_End          end event          completed
  ML-n12-reminder  mail               written    to hayashi@tax-asp.example.jp: [AUD-R08-00001] 記録の提出をお待ちしています: 個人情報の保管の点検
  at               2026-04-11 09:00
  V20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  V21_End          end event          completed
  V20_Remind       timer              waits      until 2026-04-12 09:00
  at               2026-04-12 09:00
  V20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  V21_End          end event          completed
  V20_Remind       timer              waits      until 2026-04-13 09:00
  V20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  V20_Remind       timer              waits      until 2026-04-14 09:00
  V21              send task          completed
  V21_End          end event          completed
  ML-n12-reminder  mail               written    to hayashi@tax-asp.example.jp; copy to takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [AUD-R08-00001] 記録の提出をお待ちしています: 個人情報の保管の点検

> complete V20 {"outcome": "submitted", "checkedOn": "2026-04-13", "checkedBy": "税務システム株式会社 内部監査室", "recordPlace": "文書 A-12", "recordSummary": "保管場所は適正"}
  V20  user task  completed
  V30  user task  created    for ward_is.staff, due 2026-04-20 23:59

> complete V30 {"outcome": "returned", "returnReason": "持出しの記録がない", "newDueOn": "2026-04-15"}
  V30              user task          completed
  G30              exclusive gateway  completed  took 差戻し
  V32              send task          completed
  V20              user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-15 23:59
  V20_Remind       timer              waits      until 2026-04-14 09:00
  ML-n12-returned  mail               written    to hayashi@tax-asp.example.jp: [AUD-R08-00001] 記録を差し戻しました: 個人情報の保管の点検

> complete V20 {"outcome": "submitted", "recordPlace": "文書 A-12, A-13", "recordSummary": "保管場所は適正。持出しは3件"}
  V20  user task  completed
  V30  user task  created    for ward_is.staff, due 2026-04-20 23:59

> complete V30 {"outcome": "findings", "findings": [{"what": "持出しの承認者の記載がない", "basis": "別紙5-11"}], "correctBy": "2026-04-20"}
  V30              user task          completed
  G30              exclusive gateway  completed  took 指摘
  V35              send task          completed
  V40              user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-20 23:59
  V40_Late         timer              waits      until 2026-04-21 00:00
  ML-n12-findings  mail               written    to hayashi@tax-asp.example.jp; copy to takahashi.susumu@ward.example.jp: [AUD-R08-00001] 監査・点検の指摘: 個人情報の保管の点検

> wait until 2026-04-21 00:00
  V40_Late             boundary event  completed
  V41                  send task       completed
  V41_End              end event       completed
  ML-n12-correct_late  mail            written    to hayashi@tax-asp.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [AUD-R08-00001] 【要対応】是正の期限を過ぎました: 個人情報の保管の点検

> complete V40 {"outcome": "corrected", "findings": [{"what": "持出しの承認者の記載がない", "basis": "別紙5-11", "correction": "様式に欄を加えた"}]}
  V40  user task  completed
  V45  user task  created    for ward_is.staff, due 2026-04-28 23:59

> complete V45 {"outcome": "not_yet", "notYet": "過去の3件も記すこと", "correctBy": "2026-04-24"}
  V45              user task          completed
  G45              exclusive gateway  completed  took いいえ
  V35              send task          completed
  V40              user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-24 23:59
  V40_Late         timer              waits      until 2026-04-25 00:00
  ML-n12-findings  mail               written    to hayashi@tax-asp.example.jp; copy to takahashi.susumu@ward.example.jp: [AUD-R08-00001] 監査・点検の指摘: 個人情報の保管の点検

> complete V40 {"outcome": "corrected", "findings": [{"what": "持出しの承認者の記載がない", "basis": "別紙5-11", "correction": "様式に欄を加え、3件も記した"}]}
  V40  user task  completed
  V45  user task  created    for ward_is.staff, due 2026-04-28 23:59

> complete V45 {"outcome": "accepted"}
  V45  user task          completed
  G45  exclusive gateway  completed  took はい
  V50  user task          created    for ward_is.chief

> complete V50 {"outcome": "returned", "returnReason": "3件の写しを付ける"}
  V50  user task          completed
  G50  exclusive gateway  completed  took いいえ
  V30  user task          created    for ward_is.staff, due 2026-04-28 23:59

> complete V30 {"outcome": "passed"}
  V30  user task          completed
  G30  exclusive gateway  completed  took 問題なし
  V50  user task          created    for ward_is.chief

> complete V50 {"outcome": "approved"}
  V50             user task          completed
  G50             exclusive gateway  completed  took はい
  DOC-n12-record  document           made       個人情報の点検記録 AUD-R08-00001 個人情報の保管の点検.pdf
  V60             service task       completed
  V62             send task          completed
  G62             exclusive gateway  completed  took はい
  End_Corrected   end event          completed
  audit-record    process            completed
  ML-n12-result   mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [AUD-R08-00001] 監査・点検の結果: 個人情報の保管の点検
