# B-D2: the notice was there before, by its number: nothing is opened, the desk confirms by hand, and it may say that one isn't approved.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "収納サーバの再起動", "workType": "other", "systems": ["SYS-13"], "environment": "production", "description": "再起動する",
>      "reason": "更新の反映", "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T19:00:00+09:00", "outage": "stop", "departments": [],
>      "maintenanceNo": "MNT-R08-00007", "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: 収納サーバの再起動
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 収納サーバの再起動

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T19:00:00+09:00", "cost": 0}
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
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: 収納サーバの再起動

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-06 09:00

> complete B45 {"outcome": "approved"}
  B45                 user task          completed
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b1-application  document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 収納サーバの再起動.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-17 09:00
  ML-b-result         mail               written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 収納サーバの再起動

> complete B54 {"outcome": "refused", "rejectReason": "メンテナンスは実施しない"}
  B54                  user task          completed
  G56                  exclusive gateway  completed  took いいえ
  B51                  send task          completed
  ML-b-result_refused  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 収納サーバの再起動
  DOC-b1-application   document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 収納サーバの再起動.pdf
  work-withdrawn       message            kept       until 2026-04-03 10:00
  B59                  service task       completed
  G51                  exclusive gateway  completed  took 却下
  End_Rejected         end event          completed
  infra-work-request   process            completed

> start infra-work-request
>     {"title": "収納サーバの再起動", "workType": "other", "systems": ["SYS-13"], "environment": "production", "description": "再起動する",
>      "reason": "更新の反映", "desiredFrom": "2026-04-21T18:00:00+09:00", "desiredTo": "2026-04-21T19:00:00+09:00", "outage": "stop", "departments": [],
>      "maintenanceNo": "MNT-R08-00008", "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  infra-work-request  process             activated  as INF-R08-00002
  Start_Form          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited    linked-approved, key INF-R08-00002
  B82_Start           message             awaited    linked-refused, key INF-R08-00002
  B90_Start           message             awaited    withdraw, key INF-R08-00002
  B94_Start           message             awaited    work-stop, key INF-R08-00002
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00002] 申請を受け付けました: 収納サーバの再起動
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00002] 実施可否の回答をお願いします: 収納サーバの再起動

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-21T18:00:00+09:00", "plannedTo": "2026-04-21T19:00:00+09:00", "cost": 0}
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
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00002] 承認をお願いします: 収納サーバの再起動

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-06 09:00

> complete B45 {"outcome": "approved"}
  B45                 user task          completed
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b1-application  document           made       インフラ統合基盤作業依頼申請書 INF-R08-00002 収納サーバの再起動.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-20 09:00
  ML-b-result         mail               written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 申請の結果: 収納サーバの再起動

> complete B54 {"outcome": "confirmed"}
  B54  user task                 completed
  G56  exclusive gateway         completed  took はい
  T55  intermediate catch event  activated  until 2026-04-20 09:00
