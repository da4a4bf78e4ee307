# The common functions are revised (002005) and the overall version with them: D-D2 finds mixed versions and systems before the Common DB. With one
# day and an agreement for the time between only warnings stay; the manager sends it back once. A newer revision takes over.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start version-change {"title": "共通機能 2.4", "document": "共通機能標準仕様書", "publisher": "digital_agency", "appliesFrom": "2026-09-01"}
  version-change  process      activated  as VER-R08-00001
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-06-08 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00001

> complete D20
>     {"outcome": "registered", "specIds": ["002005"], "newSpecVersion": "2.4", "newOverall": "4.1", "generalChange": false, "differences": "API"}
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
  D40          user task            created    for single_db.staff, due 2026-06-15 23:59
  D40          user task            created    for joint_asp/SYS-46.staff, due 2026-06-15 23:59
  D40          user task            created    for nonstd/SYS-13.staff, due 2026-06-15 23:59
  D45          user task            created    for ward_is.staff, due 2026-06-15 23:59
  D45          user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-15 23:59
  D45          user task            created    for ward_dept/収納対策課.staff, ward_dept/収納対策課.manager, due 2026-06-15 23:59
  ML-d-survey  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [VER-R08-00001] 標準仕様書改版の影響調査: 共通機能 2.4

> show affected
  affected  variable  is  ["STD-01","STD-07","STD-16"]

> complete D40 {"needed": "yes"}
  D40  user task  completed

> complete D40 {"needed": "yes"}
  D40  user task  completed

> complete D40 {"needed": "unknown"}
  D40  user task            completed
  D40  multi instance body  completed

> complete D45 {"outcome": "same"}
  D45  user task  completed

> complete D45 {"outcome": "same"}
  D45  user task  completed

> complete D45 {"outcome": "same"}
  D45           user task                 completed
  G46           parallel gateway          completed
  D45           multi instance body       completed
  DOC-d-survey  document                  made       影響調査集計 VER-R08-00001 共通機能 2.4.xlsx
  D47           service task              completed
  D50           multi instance body       completed
  Throw_Plan    intermediate throw event  completed
  Link_Plan     intermediate catch event  completed
  D60           user task                 created    for iom.operator, iom.leader, due 2026-06-15 23:59

> complete D60
>     {"plan": [{"system": "STD-07", "wave": 1, "cutOver": "2026-08-03"}, {"system": "STD-01", "wave": 2, "cutOver": "2026-10-05"}, {"system": "STD-16", "wave": 2, "cutOver": "2026-10-05"}]}
  D60                user task           completed
  D65                script task         completed
  D70                business rule task  completed
  G70                exclusive gateway   completed  took はい
  D72                send task           completed
  D60                user task           created    for iom.operator, iom.leader, due 2026-06-15 23:59
  ML-d-check_failed  mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp: [VER-R08-00001] データ連携の版数が一致しません: 共通機能 2.4

> show findings
  findings  variable  is  [{"level":"error","finding":"1 全体版数がそろわない日がある"},{"level":"error","finding":"2 同じ仕様書の版がそろわない日がある"},{"level":"error","finding":"4 共通DBより先に切り替わるシステムがある"},{"level":"warning","finding":"5 適用日に間に合わないシステムがある"},{"level":"warning","finding":"7 表4と仕様書002005の版が違う"},{"level":"warning","finding":"8 表1にないシステムの行がある"}]

> complete D60
>     {"plan": [{"system": "STD-07", "wave": 1, "cutOver": "2026-10-05"}, {"system": "STD-01", "wave": 1, "cutOver": "2026-10-05"}, {"system": "STD-16", "wave": 1, "cutOver": "2026-10-05"}],
>      "interim": [{"pair": "STD-01と残り", "from": "2026-10-05", "to": "2027-03-31", "conversion": "4.0の形に直す"}]}
  D60  user task            completed
  D65  script task          completed
  D70  business rule task   completed
  G70  exclusive gateway    completed  took いいえ
  D80  multi instance body  activated
  D80  user task            created    for ward_is.chief, due 2026-06-08 23:59
  D80  user task            created    for ward_dept/税務課.manager, due 2026-06-08 23:59
  D80  user task            created    for ward_dept/収納対策課.manager, due 2026-06-08 23:59

> show findings
  findings  variable  is  [{"level":"warning","finding":"1 全体版数がそろわない日を暫定の取決めでつなぐ"},{"level":"warning","finding":"5 適用日に間に合わないシステムがある"},{"level":"warning","finding":"7 表4と仕様書002005の版が違う"},{"level":"warning","finding":"8 表1にないシステムの行がある"}]

> complete D80 {"outcome": "agreed"}
  D80  user task  completed

> complete D80 {"outcome": "disagreed", "opinion": "10月は繁忙"}
  D80  user task  completed

> complete D80 {"outcome": "agreed"}
  D80  user task            completed
  D82  user task            created    for ward_is.manager, due 2026-06-08 23:59
  D80  multi instance body  completed

> complete D82 {"outcome": "returned", "returnReason": "税務課の意見に応じて"}
  D82  user task          completed
  G82  exclusive gateway  completed  took いいえ
  D60  user task          created    for iom.operator, iom.leader, due 2026-06-15 23:59

> publish withdraw key VER-R08-00001
  D120_Start       message            correlated  withdraw
  D60              user task          terminated
  D120             event sub process  activated
  D120_Start       start event        completed
  D121             send task          completed
  End_Withdrawn    end event          completed
  D120             event sub process  completed
  version-change   process            completed
  ML-d-superseded  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [VER-R08-00001] 新しい改版に統合しました: 共通機能 2.4
