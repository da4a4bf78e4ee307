# A newer revision of the same specifications takes over: the case that runs is joined to it, one of other specifications goes on.
process  .
with     ../reference-data
with     ../change-release
with     ../production-work-request
with     ../work-calendar
people   ../demo/users.json
clock    2026-05-11 10:00 Asia/Tokyo

> start version-change {"title": "税務の標準仕様書 3.1", "document": "税務システム標準仕様書", "publisher": "ministry", "appliesFrom": "2027-04-01"}
  version-change  process      activated  as VER-R08-00001
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-05-18 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00001

> complete D20 {"outcome": "registered", "specIds": ["004007"], "newSpecVersion": "3.1", "differences": "帳票の追加"}
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
  D40_Remind   timer                waits      until 2026-05-22 09:00
  D45          multi instance body  activated
  D40          user task            created    for joint_asp/SYS-40.staff, due 2026-05-25 23:59
  D45          user task            created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-05-25 23:59
  ML-d-survey  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, shimizu@jumin-asp.example.jp, kato.takashi@ward.example.jp: [VER-R08-00001] 標準仕様書改版の影響調査: 税務の標準仕様書 3.1

> start version-change {"title": "戸籍の標準仕様書 2.0", "document": "戸籍システム標準仕様書", "publisher": "ministry", "appliesFrom": "2027-04-01"}
  version-change  process      activated  as VER-R08-00002
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-05-18 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00002

> complete D20 {"outcome": "registered", "specIds": ["005005"], "newSpecVersion": "2.0", "differences": "様式"}
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
  D40_Remind   timer                waits      until 2026-05-22 09:00
  D45          multi instance body  activated
  D40          user task            created    for joint_asp/SYS-40.staff, due 2026-05-25 23:59
  D45          user task            created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-05-25 23:59
  ML-d-survey  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, shimizu@jumin-asp.example.jp, kato.takashi@ward.example.jp: [VER-R08-00002] 標準仕様書改版の影響調査: 戸籍の標準仕様書 2.0

> start version-change {"title": "税務の標準仕様書 3.2", "document": "税務システム標準仕様書 第3.2版", "publisher": "ministry", "appliesFrom": "2027-07-01"}
  version-change  process      activated  as VER-R08-00003
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-05-18 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00003

> complete D20 {"outcome": "registered", "specIds": ["004007"], "newSpecVersion": "3.2", "differences": "帳票の追加と番号の変更"}
  D20              user task            completed
  G20              exclusive gateway    completed   took はい
  D120_Start       message              correlated  withdraw
  D40              user task            terminated
  D45              user task            terminated
  D120             event sub process    activated
  D120_Start       start event          completed
  D45              multi instance body  terminated
  D40              multi instance body  terminated
  D22              service task         completed
  D24              multi instance body  completed
  D24              send task            completed
  D121             send task            completed
  End_Withdrawn    end event            completed
  D120             event sub process    completed
  version-change   process              completed
  ML-d-superseded  mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [VER-R08-00001] 新しい改版に統合しました: 税務の標準仕様書 3.1
  D28              service task         completed
  D29              business rule task   completed
  D30              business rule task   completed
  D32              script task          completed
  D38              send task            completed
  G38              parallel gateway     completed
  D40              multi instance body  activated
  D40_Remind       timer                waits       until 2026-05-22 09:00
  D45              multi instance body  activated
  D40              user task            created     for joint_asp/SYS-40.staff, due 2026-05-25 23:59
  D45              user task            created     for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2026-05-25 23:59
  ML-d-survey      mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, shimizu@jumin-asp.example.jp, kato.takashi@ward.example.jp: [VER-R08-00003] 標準仕様書改版の影響調査: 税務の標準仕様書 3.2

> show supersedes of VER-R08-00003
  supersedes  variable  is  [{"caseNo":"VER-R08-00001","title":"税務の標準仕様書 3.1","document":"税務システム標準仕様書","specIds":["004007"]}]

> show withdrawReason of VER-R08-00001
  withdrawReason  variable  is  "新しい改版 VER-R08-00003 に統合"

> show withdrawReason of VER-R08-00002
  withdrawReason  variable  is  absent
