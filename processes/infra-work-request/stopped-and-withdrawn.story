# Given up after it was sent back; stopped by infra itself; withdrawn by the applicant while the work goes on, which is stopping it.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-10 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "ジョブの追加", "workType": "job", "systems": ["SYS-13"], "description": "ジョブを加える", "reason": "改修", "outage": "none",
>      "desiredFrom": "2026-04-22T18:00:00+09:00", "desiredTo": "2026-04-22T20:00:00+09:00",
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: ジョブの追加
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-13 23:59

> complete B20 {"outcome": "returned", "returnReason": "切り戻しの手順がない"}
  B20            user task          completed
  G25            exclusive gateway  completed  took はい
  B17            send task          completed
  B15            user task          created    for nonstd/SYS-13.staff
  ML-b-returned  mail               written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: ジョブの追加

> complete B15 {"outcome": "withdrawn"}
  B15                 user task          completed
  G15                 exclusive gateway  completed  took いいえ
  DOC-b1-application  document           made       インフラ統合基盤作業依頼申請書（取下げ） INF-R08-00001 ジョブの追加.pdf
  work-withdrawn      message            kept       until 2026-04-11 10:00
  B98                 service task       completed
  End_Withdrawn1      end event          completed
  infra-work-request  process            completed

# Infra finds that it can't be finished in time, and goes back.
> start infra-work-request
>     {"title": "ジョブの追加（二度目）", "workType": "job", "systems": ["SYS-13"], "description": "ジョブを加える", "reason": "改修", "outage": "none",
>      "desiredFrom": "2026-04-22T18:00:00+09:00", "desiredTo": "2026-04-22T20:00:00+09:00",
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00002] 申請を受け付けました: ジョブの追加（二度目）
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-13 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-14 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00002] 実施可否の回答をお願いします: ジョブの追加（二度目）

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-22T18:00:00+09:00", "plannedTo": "2026-04-22T20:00:00+09:00", "cost": 0}
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
  B40_Remind             timer               waits      until 2026-04-14 09:00
  B40_Late               timer               waits      until 2026-04-17 10:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00002] 承認をお願いします: ジョブの追加（二度目）

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took 承認
  G45                 exclusive gateway         completed  took いいえ
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00002 ジョブの追加（二度目）.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-21 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 申請の結果: ジョブの追加（二度目）

> wait until 2026-04-22 18:00
  at               2026-04-21 09:00
  work-withdrawn   message                   expired
  T55              intermediate catch event  completed
  B56              send task                 completed
  T58              intermediate catch event  activated  until 2026-04-22 18:00
  ML-b-day_before  mail                      written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 明日の作業: ジョブの追加（二度目）
  T58              intermediate catch event  completed
  B65              user task                 created    for infra.staff, infra.leader, due 2026-04-22 18:00

> complete B65 {"startedAt": "2026-04-22T18:02:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for infra.staff, infra.leader, due 2026-04-22 20:00
  B70_Late     timer      waits      until 2026-04-22 20:30
  ML-b1-start  mail       written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 作業を始めました: ジョブの追加（二度目）

> complete B70 {"outcome": "stopped", "finishedAt": "2026-04-22T19:40:00+09:00", "workLog": "試験が通らず、元に戻した"}
  B70                 user task          completed
  B72                 send task          completed
  G73                 exclusive gateway  completed  took いいえ
  ML-b1-finish        mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 作業を終えました: ジョブの追加（二度目）
  DOC-b1-result       document           made       作業結果報告書 INF-R08-00002 ジョブの追加（二度目）.pdf
  B79                 service task       completed
  End_Stopped         end event          completed
  infra-work-request  process            completed

# The applicant withdraws while it goes on.
> start infra-work-request
>     {"title": "ジョブの追加（三度目）", "workType": "job", "systems": ["SYS-13"], "description": "ジョブを加える", "reason": "改修", "outage": "none",
>      "desiredFrom": "2026-05-13T18:00:00+09:00", "desiredTo": "2026-05-13T20:00:00+09:00",
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  infra-work-request  process             activated  as INF-R08-00003
  Start_Form          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited    linked-approved, key INF-R08-00003
  B82_Start           message             awaited    linked-refused, key INF-R08-00003
  B90_Start           message             awaited    withdraw, key INF-R08-00003
  B94_Start           message             awaited    work-stop, key INF-R08-00003
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00003] 申請を受け付けました: ジョブの追加（三度目）
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-23 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-24 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00003] 実施可否の回答をお願いします: ジョブの追加（三度目）

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-05-13T18:00:00+09:00", "plannedTo": "2026-05-13T20:00:00+09:00", "cost": 0}
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
  B40_Remind             timer               waits      until 2026-04-24 09:00
  B40_Late               timer               waits      until 2026-04-30 18:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00003] 承認をお願いします: ジョブの追加（三度目）

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took 承認
  G45                 exclusive gateway         completed  took いいえ
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00003 ジョブの追加（三度目）.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-05-12 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00003] 申請の結果: ジョブの追加（三度目）

> wait until 2026-05-13 18:00
  at               2026-05-12 09:00
  T55              intermediate catch event  completed
  B56              send task                 completed
  T58              intermediate catch event  activated  until 2026-05-13 18:00
  ML-b-day_before  mail                      written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00003] 明日の作業: ジョブの追加（三度目）
  T58              intermediate catch event  completed
  B65              user task                 created    for infra.staff, infra.leader, due 2026-05-13 18:00

> complete B65 {"startedAt": "2026-05-13T18:02:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for infra.staff, infra.leader, due 2026-05-13 20:00
  B70_Late     timer      waits      until 2026-05-13 20:30
  ML-b1-start  mail       written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00003] 作業を始めました: ジョブの追加（三度目）

> publish withdraw key INF-R08-00003 {"withdrawReason": "改修を取りやめた"}
  B90_Start  message            correlated  withdraw
  B70        user task          terminated
  B90        event sub process  activated
  B90_Start  start event        completed
  G90        exclusive gateway  completed   took はい
  B92        user task          created     for infra.staff, infra.leader

> complete B92 {"finishedAt": "2026-05-13T18:30:00+09:00", "workLog": "加える前の定義に戻した"}
  B92                 user task          completed
  B93                 send task          completed
  End_Stopped2        end event          completed
  B90                 event sub process  completed
  infra-work-request  process            completed
  ML-b1-stopped       mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, takahashi.susumu@ward.example.jp: [INF-R08-00003] 作業を中止しました: ジョブの追加（三度目）
