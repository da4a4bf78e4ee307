# The page tells when it was received in UTC: 08:45 of 7 May in Tokyo is still 6 May there. The business day counts in Tokyo.
process  .
people   ../demo/users.json
clock    2026-05-07 08:45 Asia/Tokyo

> start inquiry
>     {"title": "朝の問合せ", "question": "何時から使えるか", "channel": "portal", "receivedAt": "2026-05-06T23:45:00.000Z",
>      "requester": {"name": "田中", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  inquiry        process             activated  as INQ-R08-00001
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-05-08 13:07:30
  F96_Start      timer               waits      until 2026-05-12 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00001
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-05-08 17:15
  F30_Half       timer               waits      until 2026-05-07 13:07:30
  F30_Late       timer               waits      until 2026-05-08 17:15
  ML-f-received  mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 朝の問合せ
