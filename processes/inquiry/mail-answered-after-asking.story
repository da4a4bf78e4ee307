# CALENDAR's business hours: a mail of Friday 16:45 before 大型連休. Nothing known: two are asked at once and the CSP, too. The answer touches the
# ward's opinion, so the chief looks at it, sends it back once; the asker asks again, then accepts; it becomes an FAQ.
process  .
people   ../demo/users.json
clock    2026-05-01 16:45 Asia/Tokyo

> start inquiry
>     {"title": "連携データの項目", "question": "税の収納データの項目 12 は何を表すか", "requester": {"name": "林", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00001
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-05-08 12:22:30
  F96_Start      timer               waits      until 2026-05-11 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00001
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-05-07 17:15
  F30_Half       timer               waits      until 2026-05-07 12:22:30
  F30_Late       timer               waits      until 2026-05-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00001] 問合せを受け付けました: 連携データの項目

> complete F30 {"outcome": "classified", "inquiryKind": "spec", "systems": ["SYS-46"], "confidential": "normal"}
  F30  user task          completed
  G30  exclusive gateway  completed  took はい
  F40  user task          created    for iom.operator

> complete F40
>     {"outcome": "not_found", "askTo": ["single_db.staff", "ward_dept/税務課.staff"], "askCsp": true, "askText": "項目 12 の意味を教えてください"}
  F40              user task            completed
  G50              exclusive gateway    completed  took いいえ
  G58              inclusive gateway    completed  took 関係者, CSP
  F65              user task            created    for iom.operator
  F59              send task            completed
  F60              multi instance body  activated
  F60              user task            created    for single_db.staff, due 2026-05-07 17:15
  F60              user task            created    for ward_dept/税務課.staff, due 2026-05-07 17:15
  ML-f-ask_others  mail                 written    to kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [INQ-R08-00001] 照会のお願い: 連携データの項目

> complete F60 {"reply": "収納区分です"}
  F60  user task  completed

> complete F65 {"cspReply": "サービス側に制限はない", "cspTicketNo": "C-1"}
  F65  user task  completed

> complete F60 {"reply": "共通DBでは文字 2 桁です"}
  F60  user task            completed
  G68  inclusive gateway    completed
  F70  user task            created    for iom.operator
  F60  multi instance body  completed

> show replies
  replies  variable  is  [{"addressee":"single_db.staff","reply":"収納区分です"},{"addressee":"ward_dept/税務課.staff","reply":"共通DBでは文字 2 桁です"}]

> complete F70 {"answer": "収納区分（文字2桁）です", "topic": "ward_opinion"}
  F70  user task           completed
  F78  business rule task  completed
  G78  exclusive gateway   completed  took はい
  F80  user task           created    for ward_is.chief, due 2026-05-07 23:59

> complete F80 {"outcome": "returned", "returnReason": "区分の一覧を付けて"}
  F80  user task          completed
  G80  exclusive gateway  completed  took いいえ
  F70  user task          created    for iom.operator

> complete F70 {"answer": "収納区分（文字2桁）です。一覧は別紙", "topic": "ward_opinion"}
  F70  user task           completed
  F78  business rule task  completed
  G78  exclusive gateway   completed  took はい
  F80  user task           created    for ward_is.chief, due 2026-05-07 23:59

> complete F80 {"outcome": "approved"}
  F80          user task          completed
  G80          exclusive gateway  completed  took はい
  F90          send task          completed
  G91          exclusive gateway  completed  took いいえ
  F100         user task          created    for joint_asp/SYS-46.staff, due 2026-05-13 23:59
  F100_Remind  timer              waits      until 2026-05-12 09:00
  F100_Silent  timer              waits      until 2026-05-14 00:00
  ML-f-answer  mail               written    to hayashi@tax-asp.example.jp: [INQ-R08-00001] 問合せの回答: 連携データの項目

> complete F100 {"outcome": "again", "furtherQuestion": "空欄のときは"}
  F100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  F102  script task        completed
  F70   user task          created    for iom.operator

> complete F70 {"answer": "空欄は未収納です", "topic": "general"}
  F70          user task           completed
  F78          business rule task  completed
  G78          exclusive gateway   completed  took いいえ
  F90          send task           completed
  G91          exclusive gateway   completed  took いいえ
  F100         user task           created    for joint_asp/SYS-46.staff, due 2026-05-13 23:59
  F100_Remind  timer               waits      until 2026-05-12 09:00
  F100_Silent  timer               waits      until 2026-05-14 00:00
  ML-f-answer  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00001] 問合せの回答: 連携データの項目

> complete F100 {"outcome": "accepted"}
  F100  user task          completed
  G100  exclusive gateway  completed  took はい
  F110  script task        completed
  F112  user task          created    for iom.operator, due 2026-05-13 23:59

> complete F112 {"outcome": "faq", "faqTitle": "収納データの項目 12"}
  F112        user task  completed
  End_Closed  end event  completed
  inquiry     process    completed
