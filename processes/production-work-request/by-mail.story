# A mail with the filled form: numbered and acknowledged; what it lacks is found, sent back, and filled in.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> mail ../demo/request-production-work.eml
  Start_Mail               message             correlated  request-production-work
  production-work-request  process             activated   as PRD-R08-00001
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key PRD-R08-00001
  B86_Start                message             awaited     linked-approved, key PRD-R08-00001
  B97_Start                message             awaited     linked-refused, key PRD-R08-00001
  B94_Start                message             awaited     work-stop, key PRD-R08-00001
  PRD-R08-00001            mail                taken       from hayashi@tax-asp.example.jp: 本番環境作業依頼: 締切の変更
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 本番環境作業依頼: 締切の変更
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed   took いいえ
  G14                      inclusive gateway   completed   took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59

> show findings requester
  findings   variable  is  ["作業者の記載がない","作業の予定の日時がない"]
  requester  variable  is  {"name":"林 拓也","party":"joint_asp/SYS-46","organisation":null,"mail":"hayashi@tax-asp.example.jp"}

> complete B20 {"outcome": "returned", "returnReason": "点検の結果のとおり"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail               written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 本番環境作業依頼: 締切の変更

> complete B15
>     {"outcome": "resubmitted", "workKind": "configuration", "systems": ["SYS-46"],
>      "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}]}
  B15            user task           completed
  G15            exclusive gateway   completed  took はい
  B16            script task         completed
  B13            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  B13            call activity       completed
  G13            exclusive gateway   completed  took いいえ
  G14            inclusive gateway   completed  took いいえ
  G16            inclusive gateway   completed
  B18            business rule task  completed
  B20            user task           created    for iom.operator, due 2026-04-03 23:59

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
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 本番環境作業依頼: 締切の変更
