# The release of the only system is rejected as a change (k): what is left is written down, and the version table stays as it was.
process  .
with     ../reference-data
with     ../change-release
with     ../production-work-request
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start version-change {"title": "税務の標準仕様書 3.1", "document": "税務システム標準仕様書", "publisher": "ministry", "publishedOn": "2026-05-29", "appliesFrom": "2027-01-04"}
  version-change  process      activated  as VER-R08-00001
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-06-08 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00001

> complete D20
>     {"outcome": "registered", "specIds": ["009004"], "newSpecVersion": "3.1", "generalChange": false, "differences": "帳票の様式"}
  D20          user task            completed
  G20          exclusive gateway    completed  took はい
  D22          service task         completed
  D24          multi instance body  completed
  D28          service task         completed
  D29          business rule task   completed
  D30          business rule task   completed
  D32          script task          completed
  D38          send task            completed
  G38          parallel gateway     completed
  D40          multi instance body  activated
  D40_Remind   timer                waits      until 2026-06-12 09:00
  D45          multi instance body  activated
  D40          user task            created    for joint_asp/SYS-46.staff, due 2026-06-15 23:59
  D45          user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-15 23:59
  ML-d-survey  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [VER-R08-00001] 標準仕様書改版の影響調査: 税務の標準仕様書 3.1

> complete D45 {"outcome": "same"}
  D45  user task            completed
  D45  multi instance body  completed

> complete D40 {"needed": "yes", "effortDays": 20, "cost": 1000000, "earliestDate": "2026-07-01"}
  D40           user task                 completed
  G46           parallel gateway          completed  took Flow_G46_D47
  D40           multi instance body       completed
  DOC-d-survey  document                  made       影響調査集計 VER-R08-00001 税務の標準仕様書 3.1.xlsx
  D47           service task              completed
  D50           multi instance body       completed
  Throw_Plan    intermediate throw event  completed
  Link_Plan     intermediate catch event  completed
  D60           user task                 created    for iom.operator, iom.leader, due 2026-06-15 23:59

> complete D60 {"plan": [{"system": "STD-07", "wave": 1, "cutOver": "2026-07-15"}]}
  D60  user task            completed
  D65  script task          completed
  D70  business rule task   completed
  G70  exclusive gateway    completed  took いいえ
  D80  multi instance body  activated
  D80  user task            created    for ward_dept/税務課.manager, due 2026-06-08 23:59

> complete D80 {"outcome": "agreed"}
  D80  user task            completed
  D82  user task            created    for ward_is.manager, due 2026-06-08 23:59
  D80  multi instance body  completed

> complete D82 {"outcome": "approved"}
  D82             user task            completed
  G82             exclusive gateway    completed  took はい
  D84             send task            completed
  ML-d-plan       mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [VER-R08-00001] 版数変更の全体計画: 税務の標準仕様書 3.1
  DOC-d-plan      document             made       全体スケジュール・連携テスト計画 VER-R08-00001 税務の標準仕様書 3.1.pdf
  D86             service task         completed
  D90             multi instance body  activated
  D90_Week        timer                waits      until 2026-06-08 10:00
  D90             sub process          activated
  D90_Start       start event          completed
  D91             call activity        activated
  change-release  process              activated  as CHG-R08-00001
  Start_Form      start event          completed
  K10             script task          completed
  K94_Start       message              awaited    withdraw, key CHG-R08-00001
  K12             send task            completed
  K19             business rule task   completed
  K20             user task            created    for iom.operator, iom.leader, due 2026-06-03 23:59
  ML-k-received   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 税務の標準仕様書 3.1 STD-07

> complete K20 {"outcome": "analysed", "analysis": "税務だけ", "affected": ["single_db.staff"]}
  K20          user task            completed
  G20          exclusive gateway    completed  took いいえ
  K22          business rule task   completed
  K24          business rule task   completed
  G24          exclusive gateway    completed  took 通常
  K30          send task            completed
  K32          multi instance body  activated
  K32_Remind   timer                waits      until 2026-06-03 09:00
  K32          user task            created    for single_db.staff, due 2026-06-08 23:59
  ML-k-impact  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp: [CHG-R08-00001] 変更の影響確認: 税務の標準仕様書 3.1 STD-07

> complete K32 {"outcome": "none"}
  K32         user task            completed
  G34         exclusive gateway    completed  took いいえ
  G50         exclusive gateway    completed  took いいえ
  K54         user task            created    for ward_is.chief
  K54_Remind  timer                waits      until 2026-06-03 09:00
  K32         multi instance body  completed

> complete K54 {"outcome": "rejected", "rejectReason": "納税通知書の発送と重なる"}
  K54             user task          completed
  G54             exclusive gateway  completed  took 却下
  K56             send task          completed
  ML-k-rejected   mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [CHG-R08-00001] 変更は却下されました: 税務の標準仕様書 3.1 STD-07
  DOC-k-request   document           made       変更要求票 CHG-R08-00001 税務の標準仕様書 3.1 STD-07.pdf
  K57             service task       completed
  End_Rejected    end event          completed
  change-release  process            completed
  D91             call activity      completed
  D100            user task          created    for iom.operator, due 2026-06-03 23:59

> complete D100 {"outcome": "not_linked", "linkNote": "変更が却下された。次の切替の日を決め直す"}
  D100            user task            completed
  D90_End         end event            completed
  D110            script task          completed
  D90             sub process          completed
  D90             multi instance body  completed
  D111            service task         completed
  DOC-d-versions  document             made       版数管理表 VER-R08-00001 税務の標準仕様書 3.1.xlsx
  D112            service task         completed
  D115            send task            completed
  G115            exclusive gateway    completed  took いいえ
  End_Partly      end event            completed
  version-change  process              completed
  ML-d-done       mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の完了: 税務の標準仕様書 3.1

> show newRows openSystems releases
  newRows      variable  is  []
  openSystems  variable  is  ["STD-07"]
  releases     variable  is  [{"system":"STD-07","changeNo":"CHG-R08-00001","result":"not_linked"}]
