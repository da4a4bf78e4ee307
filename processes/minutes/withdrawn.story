# The meeting did not take place.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start minutes
>     {"title": "臨時会議", "heldOn": "2026-06-03", "meetingKind": "other", "place": "本庁舎", "participants": "関係者", "agenda": "臨時"}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-06-10 23:59
  H20_Remind  timer        waits      until 2026-06-09 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> publish withdraw key MIN-R08-00001
  H90_Start       message            correlated  withdraw
  H20             user task          terminated
  H90             event sub process  activated
  H90_Start       start event        completed
  H91             send task          completed
  End_Withdrawn   end event          completed
  H90             event sub process  completed
  minutes         process            completed
  ML-h-withdrawn  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 取り下げられました: 臨時会議
