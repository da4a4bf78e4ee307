# What has been announced for the next month stands in the report already; what is later or over does not.
process  .
with     ../report-clock
with     ../maintenance-notice
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-27 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "統合基盤の点検", "kind": "planned", "target": "infra", "systems": ["SYS-18"], "plannedFrom": "2026-05-20T18:00:00+09:00",
>      "plannedTo": "2026-05-20T20:00:00+09:00", "effect": "none", "contact": "中村", "requester": {"name": "中村", "party": "infra", "mail": "nakamura@infra.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-04-28 17:15
  C20_Half            timer        waits      until 2026-04-27 14:22:30
  C20_Late            timer        waits      until 2026-04-28 17:15
  ML-c-received       mail         written    to nakamura@infra.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 統合基盤の点検

> start maintenance-notice
>     {"title": "回線の切替", "kind": "planned", "target": "network", "systems": ["SYS-28"], "plannedFrom": "2026-05-09T18:00:00+09:00",
>      "plannedTo": "2026-05-09T20:00:00+09:00", "effect": "none", "contact": "井上", "requester": {"name": "井上", "party": "network", "mail": "inoue@network.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00002
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00002
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00002
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-04-28 17:15
  C20_Half            timer        waits      until 2026-04-27 14:22:30
  C20_Late            timer        waits      until 2026-04-28 17:15
  ML-c-received       mail         written    to inoue@network.example.jp: [MNT-R08-00002] メンテナンス情報を受け取りました: 回線の切替

> start maintenance-notice
>     {"title": "税務システムの更新", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-06-06T18:00:00+09:00",
>      "plannedTo": "2026-06-06T20:00:00+09:00", "effect": "none", "contact": "林", "requester": {"name": "林", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00003
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00003
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00003
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-04-28 17:15
  C20_Half            timer        waits      until 2026-04-27 14:22:30
  C20_Late            timer        waits      until 2026-04-28 17:15
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00003] メンテナンス情報を受け取りました: 税務システムの更新

> wait until 2026-05-01 09:00
  at                2026-04-27 14:22:30
  C20_Half          boundary event            completed
  C20_Half          boundary event            completed
  C20_Half          boundary event            completed
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00001] メンテナンス情報の確認: 統合基盤の点検
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00002] メンテナンス情報の確認: 回線の切替
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00003] メンテナンス情報の確認: 税務システムの更新
  at                2026-04-27 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00001
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2026-04-28 08:30
  at                2026-04-28 17:15
  Start_Daily       message                   correlated  daily-report
  C20_Late          boundary event            completed
  C20_Late          boundary event            completed
  C20_Late          boundary event            completed
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00002
  Start_Daily       start event               completed
  J02               script task               completed
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00001] メンテナンス情報の確認: 統合基盤の点検
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00002] メンテナンス情報の確認: 回線の切替
  C17               send task                 completed
  C17_End           end event                 completed
  ML-c-check_late   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MNT-R08-00003] メンテナンス情報の確認: 税務システムの更新
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2026-04-30 08:30
  at                2026-04-29 17:15
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took いいえ
  End_Closed        end event                 completed
  report-clock      process                   completed
  at                2026-04-30 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00003
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2026-05-01 08:30
  operation-report  process                   activated   as REP-R08-00004
  Start_Month       start event               completed
  T09               intermediate catch event  completed
  J10               script task               completed
  J12               service task              completed
  J20               user task                 created     for iom.operator, due 2026-05-12 23:59
  J20_Remind        timer                     waits       until 2026-05-11 09:00

> show maintenanceNote of REP-R08-00004
  maintenanceNote  variable  is  "MNT-R08-00002 回線の切替 2026-05-09 18:00から\nMNT-R08-00001 統合基盤の点検 2026-05-20 18:00から"
