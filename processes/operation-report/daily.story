# DL-07: at 17:15 of each open day; 21 to 23 September 2026 are closed, weekends don't even begin.
process  .
with     ../report-clock
people   ../demo/users.json
clock    2026-09-18 17:00 Asia/Tokyo

> wait until 2026-09-18 17:15
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00001
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-09-24 08:30

# The numbers are there already, counted from what came in.
> show dayAlerts dayRequests openIncidents of REP-R08-00001
  dayAlerts      variable  is  0
  dayRequests    variable  is  0
  openIncidents  variable  is  "なし"

> complete J04 {"dayMaintenance": "なし", "dayNote": "連休中は緊急連絡へ"}
  J04               user task     completed
  DOC-j-daily       document      made       REP-R08-00001 日次の運用状況 2026-09-18.pdf
  J05               service task  completed
  J06               send task     completed
  End_Daily         end event     completed
  operation-report  process       completed
  ML-j-daily        mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [REP-R08-00001] 本日の運用状況: 日次の運用状況 2026-09-18

> wait until 2026-09-24 17:15
  at                2026-09-21 17:15
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took いいえ
  End_Closed        end event          completed
  report-clock      process            completed
  at                2026-09-22 17:15
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took いいえ
  End_Closed        end event          completed
  report-clock      process            completed
  at                2026-09-23 17:15
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took いいえ
  End_Closed        end event          completed
  report-clock      process            completed
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00002
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-09-25 08:30

> complete J04 {"dayNote": "回線の遅れ"}
  J04               user task     completed
  DOC-j-daily       document      made       REP-R08-00002 日次の運用状況 2026-09-24.pdf
  J05               service task  completed
  J06               send task     completed
  End_Daily         end event     completed
  operation-report  process       completed
  ML-j-daily        mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [REP-R08-00002] 本日の運用状況: 日次の運用状況 2026-09-24
