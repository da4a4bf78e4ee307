# The case that is to be cancelled isn't clear: it goes back before anybody decides.
process  .
people   ../demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start cancellation-request by zeimu
>     {"cancelsCaseNo": "INF-R08-09999", "title": "検証サーバーの増設", "cancelReason": "機器が変わった", "cancelEffect": "予約",
>      "requester": {"username": "zeimu", "name": "伊藤 明", "mail": "ito.akira@ward.example.jp"}, "applicant": "zeimu"}
  cancellation-request  process      activated  as CNL-R08-00001
  Start_Request         start event  completed
  X10                   user task    created    for iom.operator, due 2026-08-04 10:00
  Start_Withdraw        message      awaited    withdraw, key CNL-R08-00001

> complete X10 by tanto {"outcome": "returned", "returnReason": "その番号の案件がない"}
  X10  decision           returned   by tanto as self, round 1
  X10  user task          completed
  G12  exclusive gateway  completed  took いいえ
  X15  user task          created    for zeimu, due 2026-08-06 10:00

> complete X15 by zeimu {"outcome": "submitted", "cancelsCaseNo": "INF-R08-00009"}
  X15  decision   submitted  by zeimu as self, round 2
  X15  user task  completed
  X10  user task  created    for iom.operator, due 2026-08-04 10:00

> complete X10 by tanto {"outcome": "accepted"}
  X10  decision           accepted   by tanto as self, round 2
  X10  user task          completed
  G12  exclusive gateway  completed  took はい
  X20  user task          created    for ward_is.manager, due 2026-08-05 10:00
