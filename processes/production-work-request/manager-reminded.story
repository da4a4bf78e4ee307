# Data is corrected, so the manager decides, too: reminded from the second business day on, not at the weekend.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-08 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "口座の訂正", "workKind": "data_correction", "systems": ["SYS-46"], "description": "3件を直す", "reason": "届の誤り",
>      "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T20:00:00+09:00", "departments": [],
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00001
  B86_Start                message             awaited    linked-approved, key PRD-R08-00001
  B97_Start                message             awaited    linked-refused, key PRD-R08-00001
  B94_Start                message             awaited    work-stop, key PRD-R08-00001
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 口座の訂正
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-09 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-10 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 口座の訂正

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-10 09:00
  ML-b2-approval_request  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 口座の訂正

> wait until 2026-04-13 09:00
  at              2026-04-10 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-11 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 口座の訂正
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
  ML-b2-reminder  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 口座の訂正

> complete B45 {"outcome": "approved"}
  B45                 user task                 completed
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00001 口座の訂正.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-17 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 口座の訂正
