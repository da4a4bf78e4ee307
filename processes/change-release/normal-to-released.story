# A normal change of two systems: analysed, one objects and the date is moved, a department agrees, the chief approves with a condition. One test
# fails, is mended and passes. The release decision finds nothing; the work in production is a case of its own (b2), called from here.
process  .
with     ../reference-data
with     ../release
with     ../production-work-request
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start change-release
>     {"title": "連携項目の追加", "reason": "要綱の改正", "target": "収納データに項目を足す", "systems": ["SYS-46", "SYS-40"], "outage": "none", "rollbackState": "proved", "rollbackPlan": "前の版へ戻す",
>      "releaseFrom": "2026-05-20T18:00:00+09:00", "releaseTo": "2026-05-20T20:00:00+09:00", "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "effect": "照会の画面に項目が増える",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  change-release  process             activated  as CHG-R08-00001
  Start_Form      start event         completed
  K10             script task         completed
  K94_Start       message             awaited    withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created    for iom.operator, iom.leader, due 2026-04-06 23:59
  ML-k-received   mail                written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 連携項目の追加

> show affected
  affected  variable  is  ["joint_asp/SYS-40.staff","single_db.staff","joint_asp/SYS-46.staff"]

> complete K20 {"outcome": "returned", "returnReason": "変わる設定値を書いて"}
  K20            user task          completed
  G20            exclusive gateway  completed  took はい
  K14            send task          completed
  K15            user task          created    for joint_asp/SYS-46.staff
  ML-k-returned  mail               written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を差し戻しました: 連携項目の追加

> complete K15 {"outcome": "resubmitted", "parameters": [{"item": "項目数", "now": "40", "after": "41"}]}
  K15  user task           completed
  K19  business rule task  completed
  K20  user task           created    for iom.operator, iom.leader, due 2026-04-06 23:59

> complete K20 {"outcome": "analysed", "analysis": "二つのシステムと共通DBに及ぶ", "businessChange": true, "departments": ["税務課"]}
  K20          user task            completed
  G20          exclusive gateway    completed  took いいえ
  K22          business rule task   completed
  K24          business rule task   completed
  G24          exclusive gateway    completed  took 通常
  K30          send task            completed
  K32          multi instance body  activated
  K32_Remind   timer                waits      until 2026-04-06 09:00
  K32          user task            created    for joint_asp/SYS-40.staff, due 2026-04-09 23:59
  K32          user task            created    for single_db.staff, due 2026-04-09 23:59
  K32          user task            created    for joint_asp/SYS-46.staff, due 2026-04-09 23:59
  ML-k-impact  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, shimizu@jumin-asp.example.jp, kimura@singledb.example.jp, hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更の影響確認: 連携項目の追加

> show risk category
  risk      variable  is  "middle"
  category  variable  is  "normal"

> complete K32 {"outcome": "objection", "opinion": "5月20日は別の作業"}
  K32  user task  completed

> complete K32 {"outcome": "agreed"}
  K32  user task  completed

> complete K32 {"outcome": "none"}
  K32  user task            completed
  G34  exclusive gateway    completed  took はい
  K36  user task            created    for iom.operator, iom.leader, due 2026-04-07 23:59
  K32  multi instance body  completed

> complete K36 {"releaseFrom": "2026-05-27T18:00:00+09:00", "releaseTo": "2026-05-27T20:00:00+09:00", "adjustment": "一週間後にした"}
  K36          user task            completed
  K30          send task            completed
  K32          multi instance body  activated
  K32_Remind   timer                waits      until 2026-04-06 09:00
  K32          user task            created    for joint_asp/SYS-40.staff, due 2026-04-09 23:59
  K32          user task            created    for single_db.staff, due 2026-04-09 23:59
  K32          user task            created    for joint_asp/SYS-46.staff, due 2026-04-09 23:59
  ML-k-impact  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, shimizu@jumin-asp.example.jp, kimura@singledb.example.jp, hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更の影響確認: 連携項目の追加

> complete K32 {"outcome": "agreed"}
  K32  user task  completed

> complete K32 {"outcome": "agreed"}
  K32  user task  completed

> complete K32 {"outcome": "none"}
  K32  user task            completed
  G34  exclusive gateway    completed  took いいえ
  G50  exclusive gateway    completed  took はい
  K52  multi instance body  activated
  K52  user task            created    for ward_dept/税務課.manager
  K32  multi instance body  completed

> complete K52 {"outcome": "agreed"}
  K52         user task            completed
  K54         user task            created    for ward_is.chief
  K54_Remind  timer                waits      until 2026-04-06 09:00
  K52         multi instance body  completed

> complete K54 {"outcome": "approved_with_conditions", "conditions": "窓口の終わった後"}
  K54            user task          completed
  G54            exclusive gateway  completed  took はい
  DOC-k-request  document           made       変更要求票 CHG-R08-00001 連携項目の追加.pdf
  K58            service task       completed
  G56            exclusive gateway  completed  took いいえ
  K60            user task          created    for iom.operator, iom.leader, due 2026-04-09 23:59

> complete K60
>     {"tests": [{"case": "連携テスト", "who": "single_db.staff", "on": "2026-04-20"}, {"case": "切り戻しのリハーサル", "who": "joint_asp/SYS-46.staff", "on": "2026-04-21"}]}
  K60  user task            completed
  K62  multi instance body  activated
  K62  user task            created    for single_db.staff, due 2026-04-20 23:59
  K62  user task            created    for joint_asp/SYS-46.staff, due 2026-04-21 23:59

> complete K62 {"outcome": "failed", "testNote": "文字が欠ける"}
  K62  user task  completed

> complete K62 {"outcome": "passed", "testNote": "戻せた"}
  K62  user task            completed
  G64  exclusive gateway    completed  took いいえ
  K66  user task            created    for joint_asp/SYS-46.staff
  K62  multi instance body  completed

> complete K66 {"fixNote": "桁を直した"}
  K66  user task  completed
  K60  user task  created    for iom.operator, iom.leader, due 2026-04-09 23:59

> complete K60
>     {"tests": [{"case": "連携テスト", "who": "single_db.staff", "on": "2026-04-24"}, {"case": "切り戻しのリハーサル", "who": "joint_asp/SYS-46.staff", "on": "2026-04-24"}]}
  K60  user task            completed
  K62  multi instance body  activated
  K62  user task            created    for single_db.staff, due 2026-04-24 23:59
  K62  user task            created    for joint_asp/SYS-46.staff, due 2026-04-24 23:59

> complete K62 {"outcome": "passed", "testNote": "項目が届いた"}
  K62  user task  completed

> complete K62 {"outcome": "passed", "testNote": "戻せた"}
  K62  user task            completed
  G64  exclusive gateway    completed  took はい
  K68  business rule task   completed
  K70  user task            created    for ward_is.chief, iom.leader, due 2026-04-06 23:59
  K62  multi instance body  completed

> show findings
  findings  variable  is  []

> complete K70 {"outcome": "go", "gateReason": "全部合格"}
  K70                      user task           completed
  G70                      exclusive gateway   completed  took はい
  DOC-k-gate               document            made       リリース判定表 CHG-R08-00001 連携項目の追加.xlsx
  K71                      service task        completed
  K72                      send task           completed
  K80                      call activity       activated
  release                  process             activated  as REL-R08-00001
  Start_Called             start event         completed
  R10                      script task         completed
  R20                      call activity       activated
  production-work-request  process             activated  as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00001
  B86_Start                message             awaited    linked-approved, key PRD-R08-00001
  B97_Start                message             awaited    linked-refused, key PRD-R08-00001
  B94_Start                message             awaited    work-stop, key PRD-R08-00001
  ML-k-decision            mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, kimura@singledb.example.jp: [CHG-R08-00001] リリース判定の結果: 連携項目の追加
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 連携項目の追加（CHG-R08-00001）
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 連携項目の追加（CHG-R08-00001）

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00001 連携項目の追加（CHG-R08-00001）.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-05-26 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 連携項目の追加（CHG-R08-00001）

> wait until 2026-05-27 18:00
  at                2026-05-26 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-05-27 18:00
  ML-b2-day_before  mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 明日の作業: 連携項目の追加（CHG-R08-00001）
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-05-27 18:00
  B65_Late          timer                     waits      until 2026-05-27 18:15

> complete B65 {"startedAt": "2026-05-27T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-05-27 20:00
  B70_Late     timer      waits      until 2026-05-27 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 連携項目の追加（CHG-R08-00001）

> complete B70 {"outcome": "completed", "finishedAt": "2026-05-27T19:00:00+09:00", "workLog": "出した"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-05-28 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 連携項目の追加（CHG-R08-00001）

> complete B80 {"outcome": "confirmed", "usersAffected": false, "ledgerUpdated": true}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00001 連携項目の追加（CHG-R08-00001）.pdf
  R20                      call activity      completed
  G30                      exclusive gateway  completed  took はい
  End_Released             end event          completed
  release                  process            completed
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took はい
  End_Completed            end event          completed
  production-work-request  process            completed
  K80                      call activity      completed
  K90                      user task          created    for iom.operator, iom.leader, due 2026-05-28 23:59

> show workOutcome workCaseNo releaseNo
  workOutcome  variable  is  "completed"
  workCaseNo   variable  is  "PRD-R08-00001"
  releaseNo    variable  is  "REL-R08-00001"

> complete K90 {"outcome": "released", "resultNote": "項目が見える"}
  K90                  user task          completed
  K91                  service task       completed
  G90                  exclusive gateway  completed  took はい
  End_Released         end event          completed
  change-release       process            completed
  configuration_items  table              row added  SYS-46 {"system_id":"SYS-46","case_no":"CHG-R08-00001","release_no":"REL-R08-00001","title":"連携項目の追加","target":"収納データに項目を足す","released_on":"2026-05-27","note":"項目が見える"}
  configuration_items  table              row added  SYS-40 {"system_id":"SYS-40","case_no":"CHG-R08-00001","release_no":"REL-R08-00001","title":"連携項目の追加","target":"収納データに項目を足す","released_on":"2026-05-27","note":"項目が見える"}
