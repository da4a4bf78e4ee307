# The meeting is registered, the minutes are handed in in time, read by others and approved by the ward. What was decided becomes tasks.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start minutes
>     {"title": "6月定例会", "heldOn": "2026-06-02", "meetingKind": "regular", "place": "本庁舎 7階", "participants": "高橋、佐藤、林",
>      "agenda": "移行の進み", "readers": ["ward_dept/税務課.staff", "joint_asp/SYS-46.staff"]}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-06-09 23:59
  H20_Remind  timer        waits      until 2026-06-08 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> complete H20
>     {"outcome": "submitted", "decisions": "切替は9月", "discussion": "日程を確かめた",
>      "actions": [{"what": "切替の手順書を作る", "who": "iom.operator", "until": "2026-06-19"}, {"what": "窓口へ知らせる", "who": "ward_is.staff", "until": "2026-06-26"}]}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-06-08 23:59
  H30_Before   timer                waits      until 2026-06-05 09:00
  H30_Last     timer                waits      until 2026-06-08 09:00
  H30_Deemed   timer                waits      until 2026-06-09 00:00
  H26          multi instance body  activated
  H26_Over     timer                waits      until 2026-06-09 00:00
  H26          sub process          activated
  H26          sub process          activated
  H26_Start    start event          completed
  H26_Start    start event          completed
  H27          user task            created    for ward_dept/税務課.staff
  H27          user task            created    for joint_asp/SYS-46.staff
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 6月定例会

# A reader's opinion goes to the ward; it stops nothing.
> complete H27 {"outcome": "commented", "comment": "税務課の窓口は9月が混む"}
  H27           user task          completed
  G27           exclusive gateway  completed  took はい
  H28           send task          completed
  H26_End       end event          completed
  H26           sub process        completed
  ML-h-comment  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の写しへの意見: 6月定例会

> complete H27 {"outcome": "read"}
  H27         user task            completed
  G27         exclusive gateway    completed  took いいえ
  H26_End     end event            completed
  H26_Closed  end event            completed
  H26         sub process          completed
  H26         multi instance body  completed

> complete H30 {"outcome": "approved"}
  H30            user task            completed
  G31            exclusive gateway    completed  took いいえ
  H50            script task          completed
  DOC-h-minutes  document             made       議事録 MIN-R08-00001 6月定例会.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  activated
  H60            user task            created    for iom.operator, due 2026-06-19 17:00
  H60            user task            created    for ward_is.staff, due 2026-06-26 17:00
  ML-h-final     mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp; copy to ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, hayashi@tax-asp.example.jp: [MIN-R08-00001] 議事録が確定しました: 6月定例会

> show approvalText round
  approvalText  variable  is  "承認（令和8年6月1日）"
  round         variable  is  1

> complete H60 {"actionResult": "手順書を配った"}
  H60  user task  completed

> complete H60 {"actionResult": "窓口へ知らせた"}
  H60           user task            completed
  G60           exclusive gateway    completed  took いいえ
  End_Approved  end event            completed
  H60           multi instance body  completed
  minutes       process              completed

> show actionResults
  actionResults  variable  is  [{"what":"切替の手順書を作る","result":"手順書を配った"},{"what":"窓口へ知らせる","result":"窓口へ知らせた"}]
