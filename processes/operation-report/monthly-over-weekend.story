# DL-48 ends on Friday 8 January 2027; late over a long weekend (11 January is a holiday), it is reminded of on business days only.
process  .
with     ../report-clock
with     ../minutes
people   ../demo/users.json
clock    2026-12-31 18:00 Asia/Tokyo

> wait until 2027-01-12 09:00
  at                2027-01-01 09:00
  operation-report  process                   activated   as REP-R08-00001
  Start_Month       start event               completed
  T09               intermediate catch event  activated   until 2027-01-04 08:30
  at                2027-01-01 17:15
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took いいえ
  End_Closed        end event                 completed
  report-clock      process                   completed
  at                2027-01-04 08:30
  T09               intermediate catch event  completed
  J10               script task               completed
  J12               service task              completed
  J20               user task                 created     for iom.operator, due 2027-01-08 23:59
  J20_Remind        timer                     waits       until 2027-01-07 09:00
  at                2027-01-04 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00002
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2027-01-05 08:30
  at                2027-01-05 17:15
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
  J04               user task                 created     for iom.operator, iom.leader, due 2027-01-06 08:30
  at                2027-01-06 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00004
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2027-01-07 08:30
  at                2027-01-07 09:00
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took はい
  J20_Remind        timer                     waits       until 2027-01-08 09:00
  J21               send task                 completed
  J21_End           end event                 completed
  ML-j-monthly_due  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年12月
  at                2027-01-07 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00005
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2027-01-08 08:30
  at                2027-01-08 09:00
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took はい
  J20_Remind        timer                     waits       until 2027-01-09 09:00
  J21               send task                 completed
  J21_End           end event                 completed
  ML-j-monthly_due  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年12月
  at                2027-01-08 17:15
  Start_Daily       message                   correlated  daily-report
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took はい
  End_Begun         end event                 completed
  report-clock      process                   completed
  operation-report  process                   activated   as REP-R08-00006
  Start_Daily       start event               completed
  J02               script task               completed
  J03               service task              completed
  J04               user task                 created     for iom.operator, iom.leader, due 2027-01-12 08:30
  at                2027-01-09 09:00
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took いいえ
  J21_End           end event                 completed
  J20_Remind        timer                     waits       until 2027-01-10 09:00
  at                2027-01-10 09:00
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took いいえ
  J21_End           end event                 completed
  J20_Remind        timer                     waits       until 2027-01-11 09:00
  at                2027-01-11 09:00
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took いいえ
  J21_End           end event                 completed
  J20_Remind        timer                     waits       until 2027-01-12 09:00
  at                2027-01-11 17:15
  report-clock      process                   activated
  Start_Timer       start event               completed
  Q02               exclusive gateway         completed   took いいえ
  End_Closed        end event                 completed
  report-clock      process                   completed
  J20_Remind        boundary event            completed
  Q21               exclusive gateway         completed   took はい
  J20_Remind        timer                     waits       until 2027-01-13 09:00
  J21               send task                 completed
  J21_End           end event                 completed
  ML-j-monthly_due  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年12月
