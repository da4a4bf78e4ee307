# The other ends: infra can't, a department does not agree, the chief rejects, the day passes unapproved, the work is stopped.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "増設", "workType": "resource", "systems": ["SYS-13"], "description": "メモリを増やす", "reason": "不足", "outage": "short",
>      "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T20:00:00+09:00", "departments": ["収納対策課"],
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: 増設
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
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 増設

> complete B28 {"outcome": "infeasible", "infeasibleReason": "空きがない"}
  B28                  user task          completed
  G28                  exclusive gateway  completed  took いいえ
  B51                  send task          completed
  ML-b-result_refused  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 増設
  DOC-b1-application   document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 増設.pdf
  work-withdrawn       message            kept       until 2026-04-03 10:00
  B59                  service task       completed
  G51                  exclusive gateway  completed  took 実施不可
  End_Infeasible       end event          completed
  infra-work-request   process            completed

> start infra-work-request
>     {"title": "切替", "workType": "network", "systems": ["SYS-13"], "description": "回線を切り替える", "reason": "更改", "outage": "short",
>      "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T20:00:00+09:00", "departments": ["収納対策課"],
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00002] 申請を受け付けました: 切替
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
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00002] 実施可否の回答をお願いします: 切替

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T20:00:00+09:00", "cost": 0}
  B28            user task            completed
  G28            exclusive gateway    completed  took はい
  B29            call activity        activated
  work-calendar  process              activated
  Start_Called   start event          completed
  W10            service task         completed
  W20            script task          completed
  W30            business rule task   completed
  End_Answered   end event            completed
  work-calendar  process              completed
  B29            call activity        completed
  G29            exclusive gateway    completed  took いいえ
  G14            inclusive gateway    completed  took いいえ
  G16            inclusive gateway    completed
  B30            business rule task   completed
  G32            exclusive gateway    completed  took はい
  B36            multi instance body  activated
  B36            user task            created    for ward_dept/収納対策課.manager

> complete B36 {"outcome": "disagreed", "opinion": "納期の週は止められない"}
  B36            user task            completed
  G37            exclusive gateway    completed  took いいえ
  B36            multi instance body  completed
  B17            send task            completed
  B15            user task            created    for nonstd/SYS-13.staff
  ML-b-returned  mail                 written    to yamaguchi@shuno.example.jp: [INF-R08-00002] 申請を差し戻しました: 切替

> complete B15 {"outcome": "resubmitted", "outage": "none", "departments": []}
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

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00002] 実施可否の回答をお願いします: 切替

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T20:00:00+09:00", "cost": 0}
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
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00002] 承認をお願いします: 切替

> complete B40 {"outcome": "rejected", "rejectReason": "来月の更改に含める"}
  B40                  user task          completed
  G44                  exclusive gateway  completed  took 却下
  B51                  send task          completed
  ML-b-result_refused  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00002] 申請の結果: 切替
  DOC-b1-application   document           made       インフラ統合基盤作業依頼申請書 INF-R08-00002 切替.pdf
  work-withdrawn       message            kept       until 2026-04-03 10:00
  B59                  service task       completed
  G51                  exclusive gateway  completed  took 却下
  End_Rejected         end event          completed
  infra-work-request   process            completed

> start infra-work-request
>     {"title": "設定", "workType": "job", "systems": ["SYS-13"], "description": "ジョブを加える", "reason": "改修", "outage": "none",
>      "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T20:00:00+09:00",
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00003] 申請を受け付けました: 設定
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
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00003] 実施可否の回答をお願いします: 設定

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-06T18:00:00+09:00", "plannedTo": "2026-04-06T20:00:00+09:00", "cost": 0}
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
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00003] 承認をお願いします: 設定

> wait until 2026-04-07 09:00
  at              2026-04-06 09:00
  work-withdrawn  message            expired
  work-withdrawn  message            expired
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-07 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b-reminder   mail               written    to takahashi.susumu@ward.example.jp: [INF-R08-00003] 承認をお待ちしています: 設定
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-08 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b-reminder   mail               written    to takahashi.susumu@ward.example.jp: [INF-R08-00003] 承認をお待ちしています: 設定

> complete B40 {"outcome": "approved"}
  B40         user task          completed
  G44         exclusive gateway  completed  took 承認
  G45         exclusive gateway  completed  took はい
  B45         user task          created    for ward_is.manager
  B45_Remind  timer              waits      until 2026-04-09 09:00

# It was to be done in the days in which the year changes: the manager, too.
> complete B45 {"outcome": "approved"}
  B45                  user task          completed
  G46                  exclusive gateway  completed  took 承認
  G53                  exclusive gateway  completed  took はい
  B51                  send task          completed
  ML-b-result_refused  mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00003] 申請の結果: 設定
  DOC-b1-application   document           made       インフラ統合基盤作業依頼申請書 INF-R08-00003 設定.pdf
  work-withdrawn       message            kept       until 2026-04-08 09:00
  B59                  service task       completed
  G51                  exclusive gateway  completed  took 期限切れ
  End_Expired          end event          completed
  infra-work-request   process            completed

> start infra-work-request
>     {"title": "再設定", "workType": "job", "systems": ["SYS-13"], "description": "ジョブを加える", "reason": "改修", "outage": "none",
>      "desiredFrom": "2026-04-20T18:00:00+09:00", "desiredTo": "2026-04-20T20:00:00+09:00",
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  infra-work-request  process             activated  as INF-R08-00004
  Start_Form          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited    linked-approved, key INF-R08-00004
  B82_Start           message             awaited    linked-refused, key INF-R08-00004
  B90_Start           message             awaited    withdraw, key INF-R08-00004
  B94_Start           message             awaited    work-stop, key INF-R08-00004
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00004] 申請を受け付けました: 再設定
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-08 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-09 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00004] 実施可否の回答をお願いします: 再設定

> complete B28 {"outcome": "feasible", "plannedFrom": "2026-04-10T18:00:00+09:00", "plannedTo": "2026-04-10T20:00:00+09:00", "cost": 0}
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
  B40_Remind             timer               waits      until 2026-04-09 09:00
  B40_Late               timer               waits      until 2026-04-14 09:00
  ML-b-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [INF-R08-00004] 承認をお願いします: 再設定

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took 承認
  G45                 exclusive gateway         completed  took いいえ
  G53                 exclusive gateway         completed  took いいえ
  DOC-b1-application  document                  made       インフラ統合基盤作業依頼申請書 INF-R08-00004 再設定.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-09 09:00
  ML-b-result         mail                      written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00004] 申請の結果: 再設定

> wait until 2026-04-10 18:00
  at               2026-04-09 09:00
  work-withdrawn   message                   expired
  T55              intermediate catch event  completed
  B56              send task                 completed
  T58              intermediate catch event  activated  until 2026-04-10 18:00
  ML-b-day_before  mail                      written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00004] 明日の作業: 再設定
  T58              intermediate catch event  completed
  B65              user task                 created    for infra.staff, infra.leader, due 2026-04-10 18:00

> complete B65 {"startedAt": "2026-04-10T18:05:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for infra.staff, infra.leader, due 2026-04-10 20:00
  B70_Late     timer      waits      until 2026-04-10 20:30
  ML-b1-start  mail       written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00004] 作業を始めました: 再設定

# No report at 20:30.
> wait until 2026-04-10 20:30
  B70_Late              boundary event  completed
  B71                   send task       completed
  B71_End               end event       completed
  ML-b1-finish_missing  mail            written    to matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00004] 作業終了の報告がありません: 再設定

> publish work-stop key INF-R08-00004
  B94_Start  message            correlated  work-stop
  B70        user task          terminated
  B94        event sub process  activated
  B94_Start  start event        completed
  B95        user task          created     for infra.staff, infra.leader

> complete B95 {"finishedAt": "2026-04-10T20:50:00+09:00", "workLog": "元に戻した"}
  B95                 user task          completed
  B96                 send task          completed
  End_Stopped3        end event          completed
  B94                 event sub process  completed
  infra-work-request  process            completed
  ML-b1-stopped       mail               written    to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, takahashi.susumu@ward.example.jp: [INF-R08-00004] 作業を中止しました: 再設定
