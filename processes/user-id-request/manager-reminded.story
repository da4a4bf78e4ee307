# A privileged right, so the manager decides, too: reminded from the second business day on, not at the weekend.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-08 10:00 Asia/Tokyo

> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル", "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp"}],
>      "directory": "integrated", "systems": ["SYS-46"], "from": "2026-04-20", "to": "2027-03-31", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20", "privileged": true,
>      "deviceAndNetwork": "保守端末 2台", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  user-id-request  process             activated  as UID-R08-00001
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00001
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00001] 申請を受け付けました: 保守要員のID

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-10 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00001] 承認をお願いします: 保守要員のID

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-10 09:00
  ML-b4-approval_request  mail               written    to yamada.taro@ward.example.jp: [UID-R08-00001] 承認をお願いします: 保守要員のID

> wait until 2026-04-13 09:00
  at              2026-04-10 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-11 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to yamada.taro@ward.example.jp: [UID-R08-00001] 承認をお待ちしています: 保守要員のID
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
  ML-b4-reminder  mail               written    to yamada.taro@ward.example.jp: [UID-R08-00001] 承認をお待ちしています: 保守要員のID

> complete B45 {"outcome": "approved"}
  B45                 user task            completed
  G46                 exclusive gateway    completed  took 承認
  G53                 exclusive gateway    completed  took いいえ
  DOC-b4-application  document             made       ユーザID設置申請書 UID-R08-00001 保守要員のID.pdf
  B49                 service task         completed
  B47                 business rule task   completed
  B50                 send task            completed
  B60                 multi instance body  activated
  B60                 sub process          activated
  B60_Start           start event          completed
  B70                 user task            created    for infra.staff, infra.leader, due 2026-04-13 23:59
  ML-b4-result        mail                 written    to hayashi@tax-asp.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00001] 申請の結果: 保守要員のID
