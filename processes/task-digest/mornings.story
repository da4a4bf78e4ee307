# Who has something to do by today is told in one mail on the morning of each business day; who doesn't want it is not.
process  .
with     ../minutes
people   ../demo/users.json
clock    2026-09-17 16:00 Asia/Tokyo

> start minutes
>     {"title": "9月定例会", "heldOn": "2026-09-16", "meetingKind": "regular", "place": "本庁舎 7階", "participants": "高橋、佐藤、林",
>      "agenda": "移行の進み", "readers": ["ward_dept/税務課.staff"]}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-09-28 23:59
  H20_Remind  timer        waits      until 2026-09-25 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

# A Friday. Nothing is due yet.
> wait until 2026-09-18 08:31
  at             2026-09-18 08:30
  task-digest    process            activated
  Start_Morning  start event        completed
  G10            exclusive gateway  completed  took はい
  D20            send task          completed
  End_Sent       end event          completed
  task-digest    process            completed

# Five days off: Saturday to Wednesday.
> wait until 2026-09-24 08:31
  at             2026-09-21 08:30
  task-digest    process            activated
  Start_Morning  start event        completed
  G10            exclusive gateway  completed  took いいえ
  End_Closed     end event          completed
  task-digest    process            completed
  at             2026-09-22 08:30
  task-digest    process            activated
  Start_Morning  start event        completed
  G10            exclusive gateway  completed  took いいえ
  End_Closed     end event          completed
  task-digest    process            completed
  at             2026-09-23 08:30
  task-digest    process            activated
  Start_Morning  start event        completed
  G10            exclusive gateway  completed  took いいえ
  End_Closed     end event          completed
  task-digest    process            completed
  at             2026-09-24 08:30
  task-digest    process            activated
  Start_Morning  start event        completed
  G10            exclusive gateway  completed  took はい
  D20            send task          completed
  End_Sent       end event          completed
  task-digest    process            completed

# Who is with the desk has minutes to draw up by tonight, and from tomorrow on they are late.
> wait until 2026-09-28 08:31
  at               2026-09-25 08:30
  task-digest      process            activated
  Start_Morning    start event        completed
  G10              exclusive gateway  completed  took はい
  D20              send task          completed
  End_Sent         end event          completed
  task-digest      process            completed
  at               2026-09-25 09:00
  H20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  H20_Remind       timer              waits      until 2026-09-26 09:00
  H21              send task          completed
  H21_End          end event          completed
  ML-h-draft_due   mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録の提出期限: 9月定例会
  at               2026-09-26 09:00
  H20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  H21_End          end event          completed
  H20_Remind       timer              waits      until 2026-09-27 09:00
  at               2026-09-27 09:00
  H20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  H21_End          end event          completed
  H20_Remind       timer              waits      until 2026-09-28 09:00
  at               2026-09-28 08:30
  task-digest      process            activated
  Start_Morning    start event        completed
  G10              exclusive gateway  completed  took はい
  D20              send task          completed
  End_Sent         end event          completed
  task-digest      process            completed
  ML-digest-tasks  mail               written    to sato.makoto@iom.example.jp: 今日までの作業が1件あります（2026年9月28日（月））
  ML-digest-tasks  mail               written    to suzuki.hanako@iom.example.jp: 今日までの作業が1件あります（2026年9月28日（月））
  ML-digest-tasks  mail               written    to watanabe.ken@iom.example.jp: 今日までの作業が1件あります（2026年9月28日（月））

> wait until 2026-09-29 08:31
  at               2026-09-28 09:00
  H20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  H20_Remind       timer              waits      until 2026-09-29 09:00
  H21              send task          completed
  H21_End          end event          completed
  ML-h-draft_due   mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録の提出期限: 9月定例会
  at               2026-09-29 08:30
  task-digest      process            activated
  Start_Morning    start event        completed
  G10              exclusive gateway  completed  took はい
  D20              send task          completed
  End_Sent         end event          completed
  task-digest      process            completed
  ML-digest-tasks  mail               written    to sato.makoto@iom.example.jp: 今日までの作業が1件あります（2026年9月29日（火））
  ML-digest-tasks  mail               written    to suzuki.hanako@iom.example.jp: 今日までの作業が1件あります（2026年9月29日（火））
  ML-digest-tasks  mail               written    to watanabe.ken@iom.example.jp: 今日までの作業が1件あります（2026年9月29日（火））
