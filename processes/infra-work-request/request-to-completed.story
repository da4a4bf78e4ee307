# 申請 → 承認 → 作業 → 完了, sent back once (差戻し → 再申請). In time, no outage, no cost: the chief alone decides.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "収納バッチ用ディスクの増設", "workType": "storage", "systems": ["SYS-13"], "environment": "production",
>      "description": "データ領域を 200 GB 増やす", "reason": "残りが 10 % を切った", "desiredFrom": "2026-04-15T18:00:00+09:00",
>      "desiredTo": "2026-04-15T20:00:00+09:00", "outage": "none", "contactOnDay": "山口",
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
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "returned", "returnReason": "切り戻しの手順がない"}
  B20            user task          completed
  G25            exclusive gateway  completed  took はい
  B17            send task          completed
  B15            user task          created    for nonstd/SYS-13.staff
  ML-b-returned  mail               written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: 収納バッチ用ディスクの増設

> complete B15 {"outcome": "resubmitted", "rollback": "増設前の構成に戻す"}
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
>     {"outcome": "feasible", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T19:00:00+09:00", "effort": 0.5, "cost": 0,
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

> show route round
  route  variable  is  {"manager":false,"consent":false,"reason":"通常"}
  round  variable  is  2

> complete B40 {"outcome": "approved_with_conditions", "conditions": "18時より前に始めない"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took 承認
  G45                 exclusive gateway         completed  took いいえ
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00001 収納バッチ用ディスクの増設.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-14 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 収納バッチ用ディスクの増設

# The business day before, at nine; then the planned start.
> wait until 2026-04-15 18:00
  at               2026-04-14 09:00
  T55              intermediate catch event  completed
  B56              send task                 completed
  T58              intermediate catch event  activated  until 2026-04-15 18:00
  ML-b-day_before  mail                      written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 明日の作業: 収納バッチ用ディスクの増設
  T58              intermediate catch event  completed
  B65              user task                 created    for infra.staff, infra.leader, due 2026-04-15 18:00

> complete B65 {"startedAt": "2026-04-15T18:02:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for infra.staff, infra.leader, due 2026-04-15 19:00
  B70_Late     timer      waits      until 2026-04-15 19:30
  ML-b1-start  mail       written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 作業を始めました: 収納バッチ用ディスクの増設

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-15T18:40:00+09:00", "workLog": "200 GB を増設した"}
  B70           user task          completed
  B72           send task          completed
  G73           exclusive gateway  completed  took はい
  B80           user task          created    for iom.operator, due 2026-04-16 23:59
  ML-b1-finish  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 作業を終えました: 収納バッチ用ディスクの増設

> complete B80 {"outcome": "confirmed", "ledgerUpdated": true}
  B80                 user task          completed
  G80                 exclusive gateway  completed  took はい
  DOC-b1-result       document           made       作業結果報告書 INF-R08-00001 収納バッチ用ディスクの増設.pdf
  B89                 service task       completed
  End_Completed       end event          completed
  infra-work-request  process            completed
