# B-D3: a notice for the same system sends the request back with words; one for the system that it uses is only told; a frozen period takes the manager.
process  .
with     ../work-calendar
with     ../maintenance-notice
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "収納対策システムの更新", "kind": "planned", "target": "system", "systems": ["SYS-13"], "plannedFrom": "2026-04-15T18:00:00+09:00",
>      "plannedTo": "2026-04-15T22:00:00+09:00", "effect": "partial", "contact": "山口", "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-04-03 17:15
  C20_Half            timer        waits      until 2026-04-02 14:22:30
  C20_Late            timer        waits      until 2026-04-03 17:15
  ML-c-received       mail         written    to yamaguchi@shuno.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 収納対策システムの更新

> start maintenance-notice
>     {"title": "共通DBの更新", "kind": "planned", "target": "common_db", "plannedFrom": "2026-04-27T18:00:00+09:00",
>      "plannedTo": "2026-04-28T02:00:00+09:00", "effect": "none", "contact": "木村", "requester": {"name": "木村", "party": "single_db", "mail": "kimura@singledb.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00002
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00002
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00002
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-04-03 17:15
  C20_Half            timer        waits      until 2026-04-02 14:22:30
  C20_Late            timer        waits      until 2026-04-03 17:15
  ML-c-received       mail         written    to kimura@singledb.example.jp: [MNT-R08-00002] メンテナンス情報を受け取りました: 共通DBの更新

> start infra-work-request
>     {"title": "収納バッチ用ディスクの増設", "workType": "storage", "systems": ["SYS-13"], "environment": "production",
>      "description": "データ領域を 200 GB 増やす", "reason": "残りが 10 % を切った", "desiredFrom": "2026-04-15T18:00:00+09:00",
>      "desiredTo": "2026-04-15T20:00:00+09:00", "outage": "none", "departments": ["収納対策課"], "contactOnDay": "山口",
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  infra-work-request  process             activated  as INF-R08-00001
  Start_Form          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited    linked-approved, key INF-R08-00001
  B82_Start           message             awaited    linked-refused, key INF-R08-00001
  B90_Start           message             awaited    withdraw, key INF-R08-00001
  B94_Start           message             awaited    work-stop, key INF-R08-00001
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: 収納バッチ用ディスクの増設
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took はい
  B17                 send task           completed
  B15                 user task           created    for nonstd/SYS-13.staff
  ML-b-returned       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: 収納バッチ用ディスクの増設

> show collisions returnReason
  collisions    variable  is  [{"level":"stop","finding":"同じシステムの予定と重なる: MNT-R08-00001 収納対策システムの更新"}]
  returnReason  variable  is  "同じシステムの予定と重なる: MNT-R08-00001 収納対策システムの更新。日時を改めるか、先に相手と調整してください。"

> complete B15 {"outcome": "resubmitted", "desiredFrom": "2026-04-27T18:00:00+09:00", "desiredTo": "2026-04-27T20:00:00+09:00"}
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
  B20            user task           created    for iom.operator, due 2026-04-03 23:59

> show collisions returnReason
  collisions    variable  is  [{"level":"warn","finding":"使っている住民情報共通DBの予定と重なる: MNT-R08-00002 共通DBの更新"}]
  returnReason  variable  is  null

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 収納バッチ用ディスクの増設

# The day that infra can is the notice's again: back to the applicant, not to the approvers.
> complete B28
>     {"outcome": "feasible", "plannedFrom": "2026-04-15T21:00:00+09:00", "plannedTo": "2026-04-15T22:00:00+09:00", "effort": 0.5, "cost": 0,
>      "sharedComponent": false}
  B28            user task           completed
  G28            exclusive gateway   completed  took はい
  B29            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  B29            call activity       completed
  G29            exclusive gateway   completed  took はい
  B17            send task           completed
  B15            user task           created    for nonstd/SYS-13.staff
  ML-b-returned  mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: 収納バッチ用ディスクの増設

> complete B15 {"outcome": "resubmitted", "desiredFrom": "2026-04-27T18:00:00+09:00", "desiredTo": "2026-04-27T20:00:00+09:00"}
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
  B20            user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 収納バッチ用ディスクの増設

> complete B28
>     {"outcome": "feasible", "plannedFrom": "2026-04-28T01:00:00+09:00", "plannedTo": "2026-04-28T02:00:00+09:00", "effort": 0.5, "cost": 0,
>      "sharedComponent": false}
  B28                    user task           completed
  G28                    exclusive gateway   completed  took はい
  B29                    call activity       activated
  work-calendar          process             activated
  Start_Called           start event         completed
  W10                    service task        completed
  W20                    script task         completed
  W30                    business rule task  completed
  End_Answered           end event           completed
  work-calendar          process             completed
  B29                    call activity       completed
  G29                    exclusive gateway   completed  took いいえ
  G14                    inclusive gateway   completed  took いいえ
  G16                    inclusive gateway   completed
  B30                    business rule task  completed
  G32                    exclusive gateway   completed  took いいえ
  B39                    send task           completed
  B40                    user task           created    for ward_is.chief
  B40_Remind             timer               waits      until 2026-04-06 09:00
  B40_Late               timer               waits      until 2026-04-09 10:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: 収納バッチ用ディスクの増設

> show collisions route
  collisions  variable  is  [{"level":"warn","finding":"使っている住民情報共通DBの予定と重なる: MNT-R08-00002 共通DBの更新"},{"level":"manager","finding":"凍結期間: 主管課の月末処理"}]
  route       variable  is  {"manager":true,"consent":false,"reason":"凍結期間に当たる"}

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-06 09:00

> complete B45 {"outcome": "approved"}
  B45                 user task                 completed
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00001 収納バッチ用ディスクの増設.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-27 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 収納バッチ用ディスクの増設
