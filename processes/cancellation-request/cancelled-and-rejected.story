# A decided application is cancelled by a case of its own: once with a wrong number first, once refused, once withdrawn.
process  .
people   ../demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start cancellation-request by zeimu
>     {"cancelsCaseNo": "INF-R08-00009", "title": "検証サーバーの増設", "cancelReason": "機器が変わった", "cancelEffect": "予約",
>      "requester": {"username": "zeimu", "name": "伊藤 明", "mail": "ito.akira@ward.example.jp"}, "applicant": "zeimu"}
  cancellation-request  process      activated  as CNL-R08-00001
  Start_Request         start event  completed
  X10                   user task    created    for iom.operator, due 2026-08-04 10:00
  Start_Withdraw        message      awaited    withdraw, key CNL-R08-00001

> complete X10 by tanto {"outcome": "accepted"}
  X10  decision           accepted   by tanto as self, round 1
  X10  user task          completed
  G12  exclusive gateway  completed  took はい
  X20  user task          created    for ward_is.manager, due 2026-08-05 10:00

> complete X20 by kacho {"outcome": "approved"}
  refused  invalid state    'X20' can't cancel: 'cancelsCaseNo' names no case. Return it, so that the number is put right.

> complete X20 by kacho {"outcome": "returned", "returnReason": "番号が違う"}
  X20  decision           returned   by kacho as self, round 1
  X20  user task          completed
  G22  exclusive gateway  completed  took 差戻し
  X15  user task          created    for zeimu, due 2026-08-06 10:00

> complete X15 by zeimu {"outcome": "submitted"}
  X15  decision   submitted  by zeimu as self, round 2
  X15  user task  completed
  X10  user task  created    for iom.operator, due 2026-08-04 10:00

> complete X10 by tanto {"outcome": "accepted"}
  X10  decision           accepted   by tanto as self, round 2
  X10  user task          completed
  G12  exclusive gateway  completed  took はい
  X20  user task          created    for ward_is.manager, due 2026-08-05 10:00

> complete X20 by kacho {"outcome": "rejected", "reason": "作業が済んでいる"}
  X20                   decision           rejected   by kacho as self, round 2
  X20                   user task          completed
  G22                   exclusive gateway  completed  took 却下
  X45                   send task          completed
  End_Rejected          end event          completed
  cancellation-request  process            completed
  ML-x-rejected         mail               written    to ito.akira@ward.example.jp: [CNL-R08-00001] 取り消しませんでした: INF-R08-00009 検証サーバーの増設

> start cancellation-request by zeimu
>     {"cancelsCaseNo": "INF-R08-00001", "title": "検証サーバーの増設", "cancelReason": "機器が変わった", "cancelEffect": "",
>      "requester": {"username": "zeimu", "name": "伊藤 明", "mail": "ito.akira@ward.example.jp"}, "applicant": "zeimu"}
  cancellation-request  process      activated  as CNL-R08-00002
  Start_Request         start event  completed
  X10                   user task    created    for iom.operator, due 2026-08-04 10:00
  Start_Withdraw        message      awaited    withdraw, key CNL-R08-00002

> publish withdraw key CNL-R08-00002
  Start_Withdraw        message            correlated  withdraw
  X10                   user task          terminated
  Sub_Withdraw          event sub process  completed
  Start_Withdraw        start event        completed
  End_Withdrawn         end event          completed
  cancellation-request  process            completed

> start cancellation-request by zeimu
>     {"cancelsCaseNo": "CNL-R08-00001", "title": "検証サーバーの増設", "cancelReason": "機器が変わった", "cancelEffect": "",
>      "requester": {"username": "zeimu", "name": "伊藤 明", "mail": "ito.akira@ward.example.jp"}, "applicant": "zeimu"}
  cancellation-request  process      activated  as CNL-R08-00003
  Start_Request         start event  completed
  X10                   user task    created    for iom.operator, due 2026-08-04 10:00
  Start_Withdraw        message      awaited    withdraw, key CNL-R08-00003

> complete X10 by tanto {"outcome": "accepted"}
  X10  decision           accepted   by tanto as self, round 1
  X10  user task          completed
  G12  exclusive gateway  completed  took はい
  X20  user task          created    for ward_is.manager, due 2026-08-05 10:00

> complete X20 by kacho {"outcome": "approved", "reason": "認める"}
  X20  decision           approved   by kacho as self, round 1
  X20  decision           cancelled  by kacho as self, round 2
  X20  user task          completed
  G22  exclusive gateway  completed  took 取り消す
  X30  user task          created    for iom.operator, due 2026-08-05 10:00

> complete X30 by tanto {"workResult": "予約を解いた"}
  X30                   user task  completed
  X40                   send task  completed
  End_Cancelled         end event  completed
  cancellation-request  process    completed
  ML-x-cancelled        mail       written    to ito.akira@ward.example.jp; copy to takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [CNL-R08-00003] 取り消しました: CNL-R08-00001 検証サーバーの増設
