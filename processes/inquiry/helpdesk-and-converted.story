# A department that had asked the help desk: the help desk hands it back; the desk sees that it is a failure and opens an incident for it.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start inquiry
>     {"title": "画面が固まる", "question": "収納の画面が1分固まる", "askedHelpdesk": true,
>      "requester": {"name": "伊藤", "party": "ward_dept/税務課", "mail": "ito.akira@ward.example.jp"}}
  inquiry           process             activated  as INQ-R08-00001
  Start_Form        start event         completed
  F20               script task         completed
  F94_Start         timer               waits      until 2026-06-02 14:22:30
  F96_Start         timer               waits      until 2026-06-04 17:15
  F98_Start         message             awaited    withdraw, key INQ-R08-00001
  F22               send task           completed
  F25               business rule task  completed
  G25               exclusive gateway   completed  took HD
  ML-f-received     mail                written    to ito.akira@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 画面が固まる
  F28               send task           completed
  F29               user task           created    for helpdesk.staff, helpdesk.leader, due 2026-06-01 11:00
  ML-f-to_helpdesk  mail                written    to mori@helpdesk.example.jp: [INQ-R08-00001] 問合せを引き継ぎます: 画面が固まる

> complete F29 {"outcome": "handed_back", "handBackReason": "端末ではない"}
  F29       user task          completed
  G29       exclusive gateway  completed  took いいえ
  F30       user task          created    for iom.operator, due 2026-06-02 17:15
  F30_Half  timer              waits      until 2026-06-01 14:22:30
  F30_Late  timer              waits      until 2026-06-02 17:15

> complete F30 {"outcome": "converted", "convertTo": "incident", "convertedCaseNo": "INC-R08-00007"}
  F30             user task          completed
  G30             exclusive gateway  completed  took いいえ
  G34             exclusive gateway  completed  took はい
  F35             send task          completed
  End_Converted   end event          completed
  inquiry         process            completed
  ML-f-converted  mail               written    to ito.akira@ward.example.jp: [INQ-R08-00001] 別の手続で扱います: 画面が固まる
