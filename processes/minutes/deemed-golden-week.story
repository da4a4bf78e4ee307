# BV-01: received on 2026-04-28, five business days over 大型連休 end with 2026-05-11; deemed approved at the first instant after it.
process  .
people   ../demo/users.json
clock    2026-04-28 10:00 Asia/Tokyo

> start minutes
>     {"title": "4月定例会", "heldOn": "2026-04-28", "meetingKind": "regular", "place": "本庁舎", "participants": "関係者", "agenda": "運用の状況"}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-05-11 23:59
  H20_Remind  timer        waits      until 2026-05-08 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> complete H20 {"outcome": "submitted", "decisions": "次回まで続ける", "discussion": "状況を確かめた", "actions": []}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-05-11 23:59
  H30_Before   timer                waits      until 2026-05-08 09:00
  H30_Last     timer                waits      until 2026-05-11 09:00
  H30_Deemed   timer                waits      until 2026-05-12 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 4月定例会

> show receivedOn reviewLastDay
  receivedOn     variable  is  "2026-04-28"
  reviewLastDay  variable  is  "2026-05-11"

> wait until 2026-05-11 23:59
  at                    2026-05-08 09:00
  H30_Before            boundary event    completed
  H32                   send task         completed
  H32_End               end event         completed
  ML-h-review_last_day  mail              written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 次の営業日で承認とみなされます: 4月定例会
  at                    2026-05-11 09:00
  H30_Last              boundary event    completed
  H32                   send task         completed
  H32_End               end event         completed
  ML-h-review_last_day  mail              written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 本日で承認とみなされます: 4月定例会

> wait PT1M
  H30            user task            terminated
  H30_Deemed     boundary event       completed
  H35            send task            completed
  H50            script task          completed
  ML-h-deemed    mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録は承認とみなされました: 4月定例会
  DOC-h-minutes  document             made        議事録 MIN-R08-00001 4月定例会.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  completed
  G60            exclusive gateway    completed   took はい
  End_Deemed     end event            completed
  minutes        process              completed
  ML-h-final     mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録が確定しました: 4月定例会

> show approvalText
  approvalText  variable  is  "みなし承認（令和8年5月11日 期間満了）"
