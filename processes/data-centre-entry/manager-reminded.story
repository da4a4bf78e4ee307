# Media are carried out, so the manager decides, too: reminded from the second business day on, not at the weekend.
process  .
people   ../demo/users.json
clock    2026-04-08 10:00 Asia/Tokyo

> start data-centre-entry
>     {"title": "媒体の持出し", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP", "badgeNo": "T-02", "registered": true}],
>      "plannedFrom": "2026-04-20T10:00:00+09:00", "plannedTo": "2026-04-20T12:00:00+09:00", "purpose": "媒体の交換", "racks": "R12", "accompaniedBy": "infra",
>      "carriedOut": [{"item": "ディスク", "serial": "D-1", "media": true, "encrypted": true}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00001
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00001
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: 媒体の持出し

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 媒体の持出し

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail               written    to yamada.taro@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 媒体の持出し

> wait until 2026-04-13 09:00
  at              2026-04-10 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-11 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b5-reminder  mail               written    to yamada.taro@ward.example.jp: [DCE-R08-00001] 承認をお待ちしています: 媒体の持出し
  at              2026-04-11 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B45_Remind      timer              waits      until 2026-04-12 09:00
  at              2026-04-12 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B45_Remind      timer              waits      until 2026-04-13 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-14 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b5-reminder  mail               written    to yamada.taro@ward.example.jp: [DCE-R08-00001] 承認をお待ちしています: 媒体の持出し

> complete B45 {"outcome": "approved"}
  B45                 user task                 completed
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took いいえ
  DOC-b5-application  document                  made       電算センター入退室申請書 DCE-R08-00001 媒体の持出し.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G52                 exclusive gateway         completed  took いいえ
  G54                 exclusive gateway         completed  took いいえ
  T61                 intermediate catch event  activated  until 2026-04-20 10:00
  ML-b5-entry_permit  mail                      written    to hayashi@tax-asp.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 電算センター入室承認: 媒体の持出し
