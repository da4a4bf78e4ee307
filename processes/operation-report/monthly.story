# The report of April 2026 begins on the first open day of May, is due five business days after the month's end over 大型連休 (DL-48: 12 May), is sent
# back once by the leader, handed in and met on. The meeting's minutes are a case of (h), called from here; a remark becomes a task. On open days a
# daily report begins at 17:15, too.
process  .
with     ../minutes
people   ../demo/users.json
clock    2026-05-01 08:00 Asia/Tokyo

> wait until 2026-05-01 09:00
  operation-report  process                   activated  as REP-R08-00001
  Start_Month       start event               completed
  T09               intermediate catch event  completed
  J10               script task               completed
  J12               service task              completed
  J20               user task                 created    for iom.operator, due 2026-05-12 23:59
  J20_Remind        timer                     waits      until 2026-05-11 09:00

> complete J20 {"outcome": "made", "serviceNote": "大きな障害なし"}
  J20  user task  completed
  J30  user task  created    for iom.leader, due 2026-05-12 23:59

> complete J30 {"outcome": "returned", "returnReason": "時間外の説明がない"}
  J30         user task          completed
  Q30         exclusive gateway  completed  took いいえ
  J20         user task          created    for iom.operator, due 2026-05-12 23:59
  J20_Remind  timer              waits      until 2026-05-11 09:00

> complete J20 {"outcome": "made", "serviceNote": "大きな障害なし。時間外は監視からの3件"}
  J20  user task  completed
  J30  user task  created    for iom.leader, due 2026-05-12 23:59

> complete J30 {"outcome": "approved"}
  J30            user task          completed
  Q30            exclusive gateway  completed  took はい
  DOC-j-monthly  document           made       REP-R08-00001 月次統合運用報告書 2026年4月.xlsx
  J32            service task       completed
  DOC-j-monthly  document           made       REP-R08-00001 月次統合運用報告書 2026年4月.pdf
  J33            service task       completed
  J35            send task          completed
  J40            user task          created    for ward_is.staff, ward_is.chief, due 2026-05-20 23:59
  ML-j-monthly   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamada.taro@ward.example.jp: [REP-R08-00001] 月次統合運用報告書: 月次統合運用報告書 2026年4月

> complete J40
>     {"outcome": "received", "meetingOn": "2026-05-01", "participants": "高橋、佐藤", "remarks": [{"what": "繰り返すアラートを減らす", "who": "infra.staff", "until": "2026-05-29"}]}
  J40         user task      completed
  J42         call activity  activated
  minutes     process        activated  as MIN-R08-00001
  Start_Form  start event    completed
  H10         script task    completed
  H20         user task      created    for iom.operator, iom.leader, due 2026-05-13 23:59
  H20_Remind  timer          waits      until 2026-05-12 09:00
  H90_Start   message        awaited    withdraw, key MIN-R08-00001
  H95_Start   message        awaited    objection-in-time, key MIN-R08-00001

> complete H20 {"outcome": "submitted", "decisions": "アラートを見直す", "discussion": "報告を受けた", "actions": []}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-05-13 23:59
  H30_Before   timer                waits      until 2026-05-12 09:00
  H30_Last     timer                waits      until 2026-05-13 09:00
  H30_Deemed   timer                waits      until 2026-05-14 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 月次統合運用報告書 2026年4月の会議

> complete H30 {"outcome": "approved"}
  H30            user task            completed
  G31            exclusive gateway    completed  took いいえ
  H50            script task          completed
  DOC-h-minutes  document             made       議事録 MIN-R08-00001 月次統合運用報告書 2026年4月の会議.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  completed
  G60            exclusive gateway    completed  took いいえ
  End_Approved   end event            completed
  minutes        process              completed
  J42            call activity        completed
  Q45            exclusive gateway    completed  took はい
  J50            multi instance body  activated
  J50            user task            created    for infra.staff, due 2026-05-29 17:00
  ML-h-final     mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録が確定しました: 月次統合運用報告書 2026年4月の会議

> complete J50 {"remarkResult": "しきい値を改めた"}
  J50               user task            completed
  End_Done          end event            completed
  J50               multi instance body  completed
  operation-report  process              completed
