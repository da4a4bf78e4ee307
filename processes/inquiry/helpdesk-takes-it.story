# A broken device goes to the help desk, whoever asks.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start inquiry
>     {"title": "プリンタの故障", "question": "紙が詰まる", "subject": "device", "requester": {"name": "田中", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  inquiry           process             activated  as INQ-R08-00001
  Start_Form        start event         completed
  F20               script task         completed
  F94_Start         timer               waits      until 2026-06-02 14:22:30
  F96_Start         timer               waits      until 2026-06-04 17:15
  F98_Start         message             awaited    withdraw, key INQ-R08-00001
  F22               send task           completed
  F25               business rule task  completed
  G25               exclusive gateway   completed  took HD
  ML-f-received     mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: プリンタの故障
  F28               send task           completed
  F29               user task           created    for helpdesk.staff, helpdesk.leader, due 2026-06-01 11:00
  ML-f-to_helpdesk  mail                written    to mori@helpdesk.example.jp: [INQ-R08-00001] 問合せを引き継ぎます: プリンタの故障

> complete F29 {"outcome": "taken"}
  F29           user task          completed
  G29           exclusive gateway  completed  took はい
  End_Helpdesk  end event          completed
  inquiry       process            completed
