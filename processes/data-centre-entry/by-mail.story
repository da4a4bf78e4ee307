# A mail with the filled form: numbered and acknowledged; what it lacks is found, sent back, and filled in.
process  .
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> mail ../demo/request-data-centre-entry.eml
  Start_Mail         message             correlated  request-data-centre-entry
  data-centre-entry  process             activated   as DCE-R08-00001
  Start_Mail         start event         completed
  B10                script task         completed
  B90_Start          message             awaited     withdraw, key DCE-R08-00001
  B94_Start          message             awaited     work-withdrawn, key -
  DCE-R08-00001      mail                taken       from hayashi@tax-asp.example.jp: 電算センター入退室申請
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b5-received     mail                written     to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: 電算センター入退室申請

> show findings requester
  findings   variable  is  ["入室する方の記載がない","入室の日時か登録の期間がない"]
  requester  variable  is  {"name":"林 拓也","party":"joint_asp/SYS-46","organisation":null,"mail":"hayashi@tax-asp.example.jp"}

> complete B20 {"outcome": "returned", "returnReason": "点検の結果のとおり"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b5-returned  mail               written    to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を差し戻しました: 電算センター入退室申請

> complete B15
>     {"outcome": "resubmitted", "persons": [{"name": "上田 光", "registered": false}],
>      "plannedFrom": "2026-04-08T10:00:00+09:00", "plannedTo": "2026-04-08T12:00:00+09:00"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-03 23:59

> show findings
  findings  variable  is  []

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff
