# A mail to the inquiry mailbox becomes a case. The answer is known already. The asker says nothing: reminded, then closed by silence.
process  .
people   ../demo/users.json
clock    2026-04-06 16:46 Asia/Tokyo

> mail ../demo/inquiry-ward.eml
  Start_Mail     message             correlated  inquiry
  inquiry        process             activated   as INQ-R08-00001
  Start_Mail     start event         completed
  F20            script task         completed
  F94_Start      timer               waits       until 2026-04-08 12:23:30
  F96_Start      timer               waits       until 2026-04-09 17:15
  F98_Start      message             awaited     withdraw, key INQ-R08-00001
  INQ-R08-00001  mail                taken       from ito.akira@ward.example.jp: 収納データの参照権限について
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed   took 統合運用
  F30            user task           created     for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits       until 2026-04-07 12:23:30
  F30_Late       timer               waits       until 2026-04-07 17:15
  ML-f-received  mail                written     to ito.akira@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 収納データの参照権限について

> complete F30 {"outcome": "classified", "inquiryKind": "usage", "confidential": "normal"}
  F30  user task          completed
  G30  exclusive gateway  completed  took はい
  F40  user task          created    for iom.operator

> complete F40 {"outcome": "found", "knowledgeRef": "FAQ-12", "answer": "ユーザID設置申請で参照の権限を申請してください"}
  F40          user task          completed
  G50          exclusive gateway  completed  took はい
  F90          send task          completed
  G91          exclusive gateway  completed  took いいえ
  F100         user task          created    for ward_dept/税務課.staff, due 2026-04-13 23:59
  F100_Remind  timer              waits      until 2026-04-10 09:00
  F100_Silent  timer              waits      until 2026-04-14 00:00
  ML-f-answer  mail               written    to ito.akira@ward.example.jp: [INQ-R08-00001] 問合せの回答: 収納データの参照権限について

> wait until 2026-04-14 00:00
  at               2026-04-08 12:23:30
  F94              event sub process    completed
  F94_Start        start event          completed
  G94              exclusive gateway    completed   took はい
  F94_End          end event            completed
  at               2026-04-09 17:15
  F96              event sub process    completed
  F96_Start        start event          completed
  G96              exclusive gateway    completed   took はい
  F96_End          end event            completed
  at               2026-04-10 09:00
  F100_Remind      boundary event       completed
  F104             send task            completed
  F104_End         end event            completed
  ML-f-close_wait  mail                 written     to ito.akira@ward.example.jp: [INQ-R08-00001] 回答の確認をお願いします: 収納データの参照権限について
  F100             user task            terminated
  F100_Silent      boundary event       completed
  F110             script task          completed
  F112             user task            created     for iom.operator, due 2026-04-21 23:59

> complete F112 {"outcome": "none"}
  F112        user task  completed
  End_Closed  end event  completed
  inquiry     process    completed
