# A mail with the filled form: numbered and acknowledged; what it lacks is found, sent back, and filled in.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> mail ../demo/request-user-id.eml
  Start_Mail       message             correlated  request-user-id
  user-id-request  process             activated   as UID-R08-00001
  Start_Mail       start event         completed
  B10              script task         completed
  B90_Start        message             awaited     withdraw, key UID-R08-00001
  UID-R08-00001    mail                taken       from hayashi@tax-asp.example.jp: ユーザＩＤ設置申請
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b4-received   mail                written     to hayashi@tax-asp.example.jp: [UID-R08-00001] 申請を受け付けました: ユーザＩＤ設置申請

> show findings requester
  findings   variable  is  ["利用する方の記載がない","誓約書の番号がない","セキュリティ研修を受けた日がない","利用の期間がない"]
  requester  variable  is  {"name":"林 拓也","party":"joint_asp/SYS-46","organisation":null,"mail":"hayashi@tax-asp.example.jp"}

> complete B20 {"outcome": "returned", "returnReason": "点検の結果のとおり"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b4-returned  mail               written    to hayashi@tax-asp.example.jp: [UID-R08-00001] 申請を差し戻しました: ユーザＩＤ設置申請

> complete B15
>     {"outcome": "resubmitted", "persons": [{"name": "上田 光", "mail": "ueda@tax-asp.example.jp"}],
>      "pledgeNo": "SEI-12", "trainedOn": "2026-03-20", "from": "2026-04-13", "to": "2027-03-31"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-03 23:59

> show findings
  findings  variable  is  []

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00001] 承認をお願いします: ユーザＩＤ設置申請
