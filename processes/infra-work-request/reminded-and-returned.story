# Infra's answer and the manager's decision lie and are reminded of; the chief sends back, the manager rejects; a result that isn't good is done anew.
process  .
with     ../work-calendar
with     ../escalation
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "ディスクの増設", "workType": "storage", "systems": ["SYS-13"], "environment": "production", "description": "200 GB 増やす", "reason": "残りがない",
>      "desiredFrom": "2026-04-27T18:00:00+09:00", "desiredTo": "2026-04-27T20:00:00+09:00", "outage": "none", "contactOnDay": "山口",
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: ディスクの増設
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
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: ディスクの増設

> wait until 2026-04-06 09:00
  B28_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  B28_Remind     timer              waits      until 2026-04-07 09:00
  B42            send task          completed
  B42_End        end event          completed
  ML-b-reminder  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 承認をお待ちしています: ディスクの増設

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-27T18:00:00+09:00", "plannedTo": "2026-04-27T20:00:00+09:00", "cost": 900000}
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
  B40_Remind             timer               waits      until 2026-04-08 09:00
  B40_Late               timer               waits      until 2026-04-13 09:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: ディスクの増設

> complete B40 {"outcome": "returned", "returnReason": "費用の内訳を付ける"}
  B40            user task          completed
  G44            exclusive gateway  completed  took 差戻し
  B17            send task          completed
  B15            user task          created    for nonstd/SYS-13.staff
  ML-b-returned  mail               written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: ディスクの増設

> complete B15 {"outcome": "resubmitted", "description": "200 GB 増やす。内訳は別紙"}
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
  B20            user task           created    for iom.operator, due 2026-04-07 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-08 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: ディスクの増設

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-27T18:00:00+09:00", "plannedTo": "2026-04-27T20:00:00+09:00", "cost": 900000}
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
  B40_Remind             timer               waits      until 2026-04-08 09:00
  B40_Late               timer               waits      until 2026-04-13 09:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: ディスクの増設

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-08 09:00

> wait until 2026-04-08 09:00
  B45_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  B45_Remind     timer              waits      until 2026-04-09 09:00
  B42            send task          completed
  B42_End        end event          completed
  ML-b-reminder  mail               written    to yamada.taro@ward.example.jp: [INF-R08-00001] 承認をお待ちしています: ディスクの増設

> complete B45 {"outcome": "returned", "returnReason": "見積りを取り直す"}
  B45            user task          completed
  G46            exclusive gateway  completed  took 差戻し
  B17            send task          completed
  B15            user task          created    for nonstd/SYS-13.staff
  ML-b-returned  mail               written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: ディスクの増設

> complete B15 {"outcome": "resubmitted"}
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
  B20            user task           created    for iom.operator, due 2026-04-09 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-10 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: ディスクの増設

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-27T18:00:00+09:00", "plannedTo": "2026-04-27T20:00:00+09:00", "cost": 800000}
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
  B40_Remind             timer               waits      until 2026-04-10 09:00
  B40_Late               timer               waits      until 2026-04-15 09:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: ディスクの増設

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-10 09:00

> complete B45 {"outcome": "rejected", "rejectReason": "来年度の予算で行う"}
  B45                  user task          completed
  G46                  exclusive gateway  completed  took 却下
  B51                  send task          completed
  ML-b-result_refused  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: ディスクの増設
  DOC-b1-application   document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 ディスクの増設.pdf
  work-withdrawn       message            kept       until 2026-04-09 09:00
  B59                  service task       completed
  G51                  exclusive gateway  completed  took 却下
  End_Rejected         end event          completed
  infra-work-request   process            completed

> start infra-work-request
>     {"title": "ジョブの追加", "workType": "job", "systems": ["SYS-13"], "environment": "production", "description": "ジョブを加える", "reason": "改修",
>      "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T19:00:00+09:00", "outage": "none", "contactOnDay": "山口",
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00002] 申請を受け付けました: ジョブの追加
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-09 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-10 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00002] 実施可否の回答をお願いします: ジョブの追加

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T19:00:00+09:00", "cost": 0, "sharedComponent": false}
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
  B40_Remind             timer               waits      until 2026-04-10 09:00
  B40_Late               timer               waits      until 2026-04-15 09:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00002] 承認をお願いします: ジョブの追加

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took 承認
  G45                 exclusive gateway         completed  took いいえ
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00002 ジョブの追加.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-17 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 申請の結果: ジョブの追加

> wait until 2026-04-20 18:00
  at               2026-04-17 09:00
  work-withdrawn   message                   expired
  T55              intermediate catch event  completed
  B56              send task                 completed
  T58              intermediate catch event  activated  until 2026-04-20 18:00
  ML-b-day_before  mail                      written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 明日の作業: ジョブの追加
  T58              intermediate catch event  completed
  B65              user task                 created    for infra.staff, infra.leader, due 2026-04-20 18:00

> complete B65 {"startedAt": "2026-04-20T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for infra.staff, infra.leader, due 2026-04-20 19:00
  B70_Late     timer      waits      until 2026-04-20 19:30
  ML-b1-start  mail       written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 作業を始めました: ジョブの追加

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-20T18:40:00+09:00", "workLog": "ジョブを加えた"}
  B70           user task          completed
  B72           send task          completed
  G73           exclusive gateway  completed  took はい
  B80           user task          created    for iom.operator, due 2026-04-21 23:59
  ML-b1-finish  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 作業を終えました: ジョブの追加

> complete B80 {"outcome": "redo", "redoReason": "実行の時刻が違う"}
  B80       user task          completed
  G80       exclusive gateway  completed  took いいえ
  B70       user task          created    for infra.staff, infra.leader, due 2026-04-20 19:00
  B70_Late  timer              waits      until 2026-04-20 19:30

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-20T18:55:00+09:00", "workLog": "時刻を直した"}
  B70           user task          completed
  B72           send task          completed
  G73           exclusive gateway  completed  took はい
  B80           user task          created    for iom.operator, due 2026-04-21 23:59
  ML-b1-finish  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 作業を終えました: ジョブの追加

> complete B80 {"outcome": "confirmed", "ledgerUpdated": true}
  B80                 user task          completed
  G80                 exclusive gateway  completed  took はい
  DOC-b1-result       document           made       作業結果報告書 INF-R08-00002 ジョブの追加.pdf
  B89                 service task       completed
  End_Completed       end event          completed
  infra-work-request  process            completed
