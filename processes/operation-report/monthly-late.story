# DL-48: reminded from the business day before and on each business day until it is handed in. No remarks.
process  .
with     ../report-clock
with     ../minutes
people   ../demo/users.json
clock    2026-10-01 08:00 Asia/Tokyo

> wait until 2026-10-01 09:00
  operation-report  process                   activated  as REP-R08-00001
  Start_Month       start event               completed
  T09               intermediate catch event  completed
  J10               script task               completed
  J12               service task              completed
  J20               user task                 created    for iom.operator, due 2026-10-07 23:59
  J20_Remind        timer                     waits      until 2026-10-06 09:00

> wait until 2026-10-08 09:00
  at                2026-10-01 17:15
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
  J04               user task          created     for iom.operator, iom.leader, due 2026-10-02 08:30
  at                2026-10-02 17:15
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00003
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-10-05 08:30
  at                2026-10-05 17:15
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00004
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-10-06 08:30
  at                2026-10-06 09:00
  J20_Remind        boundary event     completed
  Q21               exclusive gateway  completed   took はい
  J20_Remind        timer              waits       until 2026-10-07 09:00
  J21               send task          completed
  J21_End           end event          completed
  ML-j-monthly_due  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年9月
  at                2026-10-06 17:15
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00005
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-10-07 08:30
  at                2026-10-07 09:00
  J20_Remind        boundary event     completed
  Q21               exclusive gateway  completed   took はい
  J20_Remind        timer              waits       until 2026-10-08 09:00
  J21               send task          completed
  J21_End           end event          completed
  ML-j-monthly_due  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年9月
  at                2026-10-07 17:15
  Start_Daily       message            correlated  daily-report
  report-clock      process            activated
  Start_Timer       start event        completed
  Q02               exclusive gateway  completed   took はい
  End_Begun         end event          completed
  report-clock      process            completed
  operation-report  process            activated   as REP-R08-00006
  Start_Daily       start event        completed
  J02               script task        completed
  J03               service task       completed
  J04               user task          created     for iom.operator, iom.leader, due 2026-10-08 08:30
  J20_Remind        boundary event     completed
  Q21               exclusive gateway  completed   took はい
  J20_Remind        timer              waits       until 2026-10-09 09:00
  J21               send task          completed
  J21_End           end event          completed
  ML-j-monthly_due  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [REP-R08-00001] 月次報告書の提出期限: 月次統合運用報告書 2026年9月

> complete J20 {"outcome": "made", "serviceNote": "遅れた"}
  J20  user task  completed
  J30  user task  created    for iom.leader, due 2026-10-07 23:59

> complete J30 {"outcome": "approved"}
  J30            user task          completed
  Q30            exclusive gateway  completed  took はい
  DOC-j-monthly  document           made       REP-R08-00001 月次統合運用報告書 2026年9月.xlsx
  J32            service task       completed
  DOC-j-monthly  document           made       REP-R08-00001 月次統合運用報告書 2026年9月.pdf
  J33            service task       completed
  J35            send task          completed
  J40            user task          created    for ward_is.staff, ward_is.chief, due 2026-10-23 23:59
  ML-j-monthly   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamada.taro@ward.example.jp: [REP-R08-00001] 月次統合運用報告書: 月次統合運用報告書 2026年9月

> complete J40 {"outcome": "received", "meetingOn": "2026-10-08", "participants": "高橋、佐藤", "remarks": []}
  J40         user task      completed
  J42         call activity  activated
  minutes     process        activated  as MIN-R08-00001
  Start_Form  start event    completed
  H10         script task    completed
  H20         user task      created    for iom.operator, iom.leader, due 2026-10-16 23:59
  H20_Remind  timer          waits      until 2026-10-15 09:00
  H90_Start   message        awaited    withdraw, key MIN-R08-00001
  H95_Start   message        awaited    objection-in-time, key MIN-R08-00001

> complete H20 {"outcome": "submitted", "decisions": "なし", "discussion": "報告を受けた", "actions": []}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-10-16 23:59
  H30_Before   timer                waits      until 2026-10-15 09:00
  H30_Last     timer                waits      until 2026-10-16 09:00
  H30_Deemed   timer                waits      until 2026-10-17 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 月次統合運用報告書 2026年9月の会議

> complete H30 {"outcome": "approved"}
  H30               user task            completed
  G31               exclusive gateway    completed  took いいえ
  H50               script task          completed
  DOC-h-minutes     document             made       議事録 MIN-R08-00001 月次統合運用報告書 2026年9月の会議.pdf
  H52               service task         completed
  H55               send task            completed
  H60               multi instance body  completed
  G60               exclusive gateway    completed  took いいえ
  End_Approved      end event            completed
  minutes           process              completed
  J42               call activity        completed
  Q45               exclusive gateway    completed  took いいえ
  End_Done          end event            completed
  operation-report  process              completed
  ML-h-final        mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録が確定しました: 月次統合運用報告書 2026年9月の会議
