# A standard change (on the list approved beforehand, low risk) goes to its tests at once; the decision is put off once; the work is rolled back.
process  .
with     ../reference-data
with     ../release
with     ../production-work-request
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start change-release
>     {"title": "証明書の更新", "reason": "期限", "target": "サーバ証明書", "systems": ["SYS-46"], "outage": "none", "rollbackState": "proved", "rollbackPlan": "前の版へ戻す",
>      "releaseFrom": "2026-04-22T18:00:00+09:00", "releaseTo": "2026-04-22T20:00:00+09:00", "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], 
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  change-release  process             activated  as CHG-R08-00001
  Start_Form      start event         completed
  K10             script task         completed
  K94_Start       message             awaited    withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created    for iom.operator, iom.leader, due 2026-04-06 23:59
  ML-k-received   mail                written    to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 証明書の更新

> complete K20 {"outcome": "analysed", "analysis": "いつもの更新", "preApproved": true}
  K20  user task           completed
  G20  exclusive gateway   completed  took いいえ
  K22  business rule task  completed
  K24  business rule task  completed
  G24  exclusive gateway   completed  took 標準
  K60  user task           created    for iom.operator, iom.leader, due 2026-04-09 23:59

> show risk category
  risk      variable  is  "low"
  category  variable  is  "standard"

> complete K60 {"tests": [{"case": "検証環境", "who": "joint_asp/SYS-46.staff", "on": "2026-04-08"}]}
  K60  user task            completed
  K62  multi instance body  activated
  K62  user task            created    for joint_asp/SYS-46.staff, due 2026-04-08 23:59

> complete K62 {"outcome": "passed", "testNote": "つながる"}
  K62  user task            completed
  G64  exclusive gateway    completed  took はい
  K68  business rule task   completed
  K70  user task            created    for ward_is.chief, iom.leader, due 2026-04-06 23:59
  K62  multi instance body  completed

> complete K70 {"outcome": "no_go", "gateReason": "連携先の確認がない"}
  K70  user task          completed
  G70  exclusive gateway  completed  took いいえ
  K60  user task          created    for iom.operator, iom.leader, due 2026-04-09 23:59

> complete K60 {"tests": [{"case": "連携先", "who": "single_db.staff", "on": "2026-04-09"}]}
  K60  user task            completed
  K62  multi instance body  activated
  K62  user task            created    for single_db.staff, due 2026-04-09 23:59

> complete K62 {"outcome": "passed", "testNote": "つながる"}
  K62  user task            completed
  G64  exclusive gateway    completed  took はい
  K68  business rule task   completed
  K70  user task            created    for ward_is.chief, iom.leader, due 2026-04-06 23:59
  K62  multi instance body  completed

> complete K70 {"outcome": "go", "gateReason": "確認した"}
  K70                      user task           completed
  G70                      exclusive gateway   completed  took はい
  DOC-k-gate               document            made       リリース判定表 CHG-R08-00001 証明書の更新.xlsx
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
  ML-k-decision            mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp, kimura@singledb.example.jp: [CHG-R08-00001] リリース判定の結果: 証明書の更新
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 証明書の更新（CHG-R08-00001）
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
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 証明書の更新（CHG-R08-00001）

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00001 証明書の更新（CHG-R08-00001）.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-21 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 証明書の更新（CHG-R08-00001）

> wait until 2026-04-22 18:00
  at                2026-04-21 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-04-22 18:00
  ML-b2-day_before  mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 明日の作業: 証明書の更新（CHG-R08-00001）
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-04-22 18:00
  B65_Late          timer                     waits      until 2026-04-22 18:15

> complete B65 {"startedAt": "2026-04-22T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-22 20:00
  B70_Late     timer      waits      until 2026-04-22 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 証明書の更新（CHG-R08-00001）

> complete B70 {"outcome": "stopped", "finishedAt": "2026-04-22T19:00:00+09:00", "workLog": "つながらず戻した", "stopReason": "鍵の不一致"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-23 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 証明書の更新（CHG-R08-00001）

> complete B80 {"outcome": "confirmed", "usersAffected": false, "ledgerUpdated": false}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00001 証明書の更新（CHG-R08-00001）.pdf
  R20                      call activity      completed
  G30                      exclusive gateway  completed  took いいえ
  End_Back                 end event          completed
  release                  process            completed
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took いいえ
  End_Stopped              end event          completed
  production-work-request  process            completed
  K80                      call activity      completed
  K90                      user task          created    for iom.operator, iom.leader, due 2026-04-23 23:59

> show workOutcome
  workOutcome  variable  is  "stopped"

> complete K90 {"outcome": "rolled_back", "resultNote": "前の証明書で動いている"}
  K90             user task          completed
  K91             service task       completed
  G90             exclusive gateway  completed  took いいえ
  End_Back        end event          completed
  change-release  process            completed
