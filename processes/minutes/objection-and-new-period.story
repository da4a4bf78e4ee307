# An objection at 23:59 of the last day is in time. After the resubmission five business days begin anew; then the ward approves.
# A reader who says nothing holds nobody up: the round of copies ends with the period.
process  .
people   ../demo/users.json
clock    2026-06-05 15:00 Asia/Tokyo

> start minutes
>     {"title": "障害対策会議", "heldOn": "2026-06-04", "meetingKind": "issue", "place": "本庁舎", "participants": "関係者", "agenda": "原因",
>      "readers": ["infra.staff"]}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-06-11 23:59
  H20_Remind  timer        waits      until 2026-06-10 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> complete H20 {"outcome": "submitted", "decisions": "部品を替える", "discussion": "原因は電源", "actions": []}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-06-12 23:59
  H30_Before   timer                waits      until 2026-06-11 09:00
  H30_Last     timer                waits      until 2026-06-12 09:00
  H30_Deemed   timer                waits      until 2026-06-13 00:00
  H26          multi instance body  activated
  H26_Over     timer                waits      until 2026-06-13 00:00
  H26          sub process          activated
  H26_Start    start event          completed
  H27          user task            created    for infra.staff
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 障害対策会議

> wait until 2026-06-12 23:59
  at                    2026-06-11 09:00
  H30_Before            boundary event    completed
  H32                   send task         completed
  H32_End               end event         completed
  ML-h-review_last_day  mail              written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 次の営業日で承認とみなされます: 障害対策会議
  at                    2026-06-12 09:00
  H30_Last              boundary event    completed
  H32                   send task         completed
  H32_End               end event         completed
  ML-h-review_last_day  mail              written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 本日で承認とみなされます: 障害対策会議

> complete H30 {"outcome": "objected", "objectionReason": "交換の期日が決定と違う。6月20日と決めた。", "objectionBy": "portal"}
  H30             user task          completed
  G31             exclusive gateway  completed  took はい
  H33             send task          completed
  H40             user task          created    for iom.operator, iom.leader
  ML-h-objection  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録への異議: 障害対策会議

> wait until 2026-06-15 10:00
  at          2026-06-13 00:00
  H27         user task            terminated
  H26_Over    boundary event       completed
  H26_Closed  end event            completed
  H26         sub process          terminated
  H26         multi instance body  terminated

> complete H40 {"outcome": "resubmitted", "decisions": "6月20日に部品を替える"}
  H40          user task            completed
  H42          script task          completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-06-22 23:59
  H30_Before   timer                waits      until 2026-06-19 09:00
  H30_Last     timer                waits      until 2026-06-22 09:00
  H30_Deemed   timer                waits      until 2026-06-23 00:00
  H26          multi instance body  activated
  H26_Over     timer                waits      until 2026-06-23 00:00
  H26          sub process          activated
  H26_Start    start event          completed
  H27          user task            created    for infra.staff
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 障害対策会議

> show round receivedOn reviewLastDay
  round          variable  is  2
  receivedOn     variable  is  "2026-06-15"
  reviewLastDay  variable  is  "2026-06-22"

> complete H30 {"outcome": "approved"}
  H30            user task            completed
  G31            exclusive gateway    completed  took いいえ
  H50            script task          completed
  DOC-h-minutes  document             made       議事録 MIN-R08-00001 障害対策会議.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  completed
  G60            exclusive gateway    completed  took いいえ
  End_Approved   end event            completed
  ML-h-final     mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [MIN-R08-00001] 議事録が確定しました: 障害対策会議

> complete H27 {"outcome": "read"}
  H27         user task            completed
  G27         exclusive gateway    completed  took いいえ
  H26_End     end event            completed
  H26_Closed  end event            completed
  H26         sub process          completed
  H26         multi instance body  completed
  minutes     process              completed
