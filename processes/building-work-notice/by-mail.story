# A mail with the filled form: numbered and acknowledged; what it lacks is found, sent back, and filled in.
process  .
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> mail ../demo/notify-building-work.eml
  Start_Mail            message             correlated  notify-building-work
  building-work-notice  process             activated   as OFW-R08-00001
  Start_Mail            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited     withdraw, key OFW-R08-00001
  B94_Start             message             awaited     work-withdrawn, key -
  OFW-R08-00001         mail                taken       from hayashi@tax-asp.example.jp: 庁舎内作業届
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b3-received        mail                written     to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 庁舎内作業届

> show findings requester
  findings   variable  is  ["作業者の記載がない","作業の日時がない"]
  requester  variable  is  {"name":"林 拓也","party":"joint_asp/SYS-46","organisation":null,"mail":"hayashi@tax-asp.example.jp"}

> complete B20 {"outcome": "returned", "returnReason": "点検の結果のとおり"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b3-returned  mail               written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を差し戻しました: 庁舎内作業届

> complete B15
>     {"outcome": "resubmitted", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-18T10:00:00+09:00", "to": "2026-04-18T12:00:00+09:00"}],
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}]}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-03 23:59

> show findings plannedFrom
  findings     variable  is  []
  plannedFrom  variable  is  "2026-04-18T10:00:00+09:00"

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-06 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 庁舎内作業届
