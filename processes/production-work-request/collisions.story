# B-D3: a notice for the same system sends the request back; its own notice doesn't; an emergency is only told; the common database takes all with it.
process  .
with     ../work-calendar
with     ../maintenance-notice
people   ../demo/users.json
clock    2026-05-25 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "税務システムの更新", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-06-15T18:00:00+09:00",
>      "plannedTo": "2026-06-15T22:00:00+09:00", "effect": "partial", "contact": "林", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-05-26 17:15
  C20_Half            timer        waits      until 2026-05-25 14:22:30
  C20_Late            timer        waits      until 2026-05-26 17:15
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 税務システムの更新

> start production-work-request
>     {"title": "締切の変更", "workKind": "configuration", "systems": ["SYS-46", "SYS-06"], "description": "締切を改める", "reason": "要綱の改正",
>      "plannedFrom": "2026-06-15T18:00:00+09:00", "plannedTo": "2026-06-15T19:00:00+09:00", "departments": [],
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 締切の変更
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took はい
  B17                      send task           completed
  B15                      user task           created    for joint_asp/SYS-46.staff
  ML-b2-returned           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 締切の変更

> show collisions
  collisions  variable  is  [{"level":"stop","finding":"同じシステムの予定と重なる: MNT-R08-00001 税務システムの更新"}]

# It is the work that the notice is about.
> complete B15 {"outcome": "resubmitted", "maintenanceNo": "MNT-R08-00001"}
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
  B20            user task           created    for iom.operator, due 2026-05-26 23:59

> show collisions
  collisions  variable  is  []

> complete B20 {"outcome": "returned", "returnReason": "共通DBだけの作業に分ける"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail               written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 締切の変更

# The common database alone: the tax system uses it, which is told; the tax statements are sent in these days, which the manager decides.
> complete B15
>     {"outcome": "resubmitted", "maintenanceNo": null, "systems": ["SYS-06"], "plannedFrom": "2026-06-10T18:00:00+09:00", "plannedTo": "2026-06-15T19:00:00+09:00"}
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
  B20            user task           created    for iom.operator, due 2026-05-26 23:59

> show collisions
  collisions  variable  is  [{"level":"warn","finding":"住民情報共通DBを使うシステムの予定と重なる: MNT-R08-00001 税務システムの更新"},{"level":"manager","finding":"凍結期間: 税の通知の発送"}]

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-05-27 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 締切の変更

> show route
  route  variable  is  {"manager":true,"reason":"凍結期間に当たる"}

# An emergency of the same system goes to the leader, who sees the notice.
> start production-work-request
>     {"title": "夜間バッチの再実行", "workKind": "batch_rerun", "systems": ["SYS-46"], "description": "再実行する", "reason": "障害の復旧", "emergency": true,
>      "incidentNo": "INC-R08-00001", "plannedFrom": "2026-06-15T20:00:00+09:00", "plannedTo": "2026-06-15T21:00:00+09:00", "departments": [],
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00002
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00002
  B86_Start                message             awaited    linked-approved, key PRD-R08-00002
  B97_Start                message             awaited    linked-refused, key PRD-R08-00002
  B94_Start                message             awaited    work-stop, key PRD-R08-00002
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を受け付けました: 夜間バッチの再実行
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
  B20                      user task           created    for iom.leader, due 2026-05-26 23:59

> show collisions
  collisions  variable  is  [{"level":"stop","finding":"同じシステムの予定と重なる: MNT-R08-00001 税務システムの更新"}]
