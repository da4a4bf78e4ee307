# The minutes are not handed in within five business days of the meeting (DL-01): reminders from the business day before, on business days.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start minutes
>     {"title": "調整会議", "heldOn": "2026-06-01", "meetingKind": "cross_vendor", "place": "オンライン", "online": true, "participants": "全事業者", "agenda": "日程"}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-06-08 23:59
  H20_Remind  timer        waits      until 2026-06-05 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> wait until 2026-06-09 09:00
  at              2026-06-05 09:00
  H20_Remind      boundary event     completed
  G21             exclusive gateway  completed  took はい
  H20_Remind      timer              waits      until 2026-06-06 09:00
  H21             send task          completed
  H21_End         end event          completed
  ML-h-draft_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録の提出期限: 調整会議
  at              2026-06-06 09:00
  H20_Remind      boundary event     completed
  G21             exclusive gateway  completed  took いいえ
  H21_End         end event          completed
  H20_Remind      timer              waits      until 2026-06-07 09:00
  at              2026-06-07 09:00
  H20_Remind      boundary event     completed
  G21             exclusive gateway  completed  took いいえ
  H21_End         end event          completed
  H20_Remind      timer              waits      until 2026-06-08 09:00
  at              2026-06-08 09:00
  H20_Remind      boundary event     completed
  G21             exclusive gateway  completed  took はい
  H20_Remind      timer              waits      until 2026-06-09 09:00
  H21             send task          completed
  H21_End         end event          completed
  ML-h-draft_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録の提出期限: 調整会議
  H20_Remind      boundary event     completed
  G21             exclusive gateway  completed  took はい
  H20_Remind      timer              waits      until 2026-06-10 09:00
  H21             send task          completed
  H21_End         end event          completed
  ML-h-draft_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録の提出期限: 調整会議

> complete H20 {"outcome": "submitted", "decisions": "なし", "discussion": "日程を確かめた", "actions": []}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-06-16 23:59
  H30_Before   timer                waits      until 2026-06-15 09:00
  H30_Last     timer                waits      until 2026-06-16 09:00
  H30_Deemed   timer                waits      until 2026-06-17 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 調整会議

> complete H30 {"outcome": "approved"}
  H30            user task            completed
  G31            exclusive gateway    completed  took いいえ
  H50            script task          completed
  DOC-h-minutes  document             made       議事録 MIN-R08-00001 調整会議.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  completed
  G60            exclusive gateway    completed  took いいえ
  End_Approved   end event            completed
  minutes        process              completed
  ML-h-final     mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録が確定しました: 調整会議
