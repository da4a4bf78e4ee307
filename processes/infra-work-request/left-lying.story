# Left lying over Golden Week 2026: reminders come from the second business day on and only on business days (28 April, then 29
# April, 2 to 6 May are closed), the escalation after five business days. Handed in late, so the manager decides, too.
process  .
with     ../work-calendar
with     ../escalation
people   ../demo/users.json
clock    2026-04-27 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "検証サーバの停止", "workType": "other", "systems": ["SYS-18"], "environment": "test", "description": "止めて移設する", "reason": "老朽化",
>      "desiredFrom": "2026-05-11T09:00:00+09:00", "desiredTo": "2026-05-11T12:00:00+09:00", "outage": "stop", "departments": ["税務課", "戸籍住民課"],
>      "contactOnDay": "中村", "requester": {"name": "田中 由美", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
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
  ML-b-received       mail                written    to tanaka.yumi@ward.example.jp: [INF-R08-00001] 申請を受け付けました: 検証サーバの停止
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed  took いいえ
  B20                 user task           created    for iom.operator, due 2026-04-28 23:59

> complete B20 {"outcome": "accepted"}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-30 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 検証サーバの停止

> complete B28
>     {"outcome": "feasible", "plannedFrom": "2026-05-18T09:00:00+09:00", "plannedTo": "2026-05-18T12:00:00+09:00", "cost": 120000}
  B28                 user task            completed
  G28                 exclusive gateway    completed  took はい
  B29                 call activity        activated
  work-calendar       process              activated
  Start_Called        start event          completed
  maintenance-notice  message              kept       until 2026-04-28 10:00
  W10                 service task         completed
  W20                 script task          completed
  W30                 business rule task   completed
  End_Answered        end event            completed
  work-calendar       process              completed
  B29                 call activity        completed
  G29                 exclusive gateway    completed  took いいえ
  G14                 inclusive gateway    completed  took 停止
  B34                 send task            completed
  G16                 inclusive gateway    completed
  B30                 business rule task   completed
  G32                 exclusive gateway    completed  took はい
  B36                 multi instance body  activated
  B36                 user task            created    for ward_dept/税務課.manager
  B36                 user task            created    for ward_dept/戸籍住民課.manager

# Both departments are asked at once.
> complete B36/2 {"outcome": "agreed"}
  B36  user task  completed

> complete B36 {"outcome": "agreed_with_opinion", "opinion": "窓口の混む10時までに終えてほしい"}
  B36                    user task            completed
  G37                    exclusive gateway    completed  took はい
  B36                    multi instance body  completed
  B39                    send task            completed
  B40                    user task            created    for ward_is.chief
  B40_Remind             timer                waits      until 2026-04-30 09:00
  B40_Late               timer                waits      until 2026-05-08 10:00
  ML-b-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: 検証サーバの停止

> show consents route
  consents  variable  is  [{"department":"税務課","outcome":"agreed_with_opinion","opinion":"窓口の混む10時までに終えてほしい"},{"department":"戸籍住民課","outcome":"agreed","opinion":null}]
  route     variable  is  {"manager":true,"consent":true,"reason":"業務に影響がある"}

> wait until 2026-05-08 12:00
  at                  2026-04-30 09:00
  maintenance-notice  message                   expired
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took はい
  B40_Remind          timer                     waits       until 2026-05-01 09:00
  B42                 send task                 completed
  B42_End             end event                 completed
  ML-b-reminder       mail                      written     to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお待ちしています: 検証サーバの停止
  at                  2026-05-01 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took はい
  B40_Remind          timer                     waits       until 2026-05-02 09:00
  B42                 send task                 completed
  B42_End             end event                 completed
  ML-b-reminder       mail                      written     to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお待ちしています: 検証サーバの停止
  at                  2026-05-02 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took いいえ
  B42_End             end event                 completed
  B40_Remind          timer                     waits       until 2026-05-03 09:00
  at                  2026-05-03 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took いいえ
  B42_End             end event                 completed
  B40_Remind          timer                     waits       until 2026-05-04 09:00
  at                  2026-05-04 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took いいえ
  B42_End             end event                 completed
  B40_Remind          timer                     waits       until 2026-05-05 09:00
  at                  2026-05-05 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took いいえ
  B42_End             end event                 completed
  B40_Remind          timer                     waits       until 2026-05-06 09:00
  at                  2026-05-06 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took いいえ
  B42_End             end event                 completed
  B40_Remind          timer                     waits       until 2026-05-07 09:00
  at                  2026-05-07 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took はい
  B40_Remind          timer                     waits       until 2026-05-08 09:00
  B42                 send task                 completed
  B42_End             end event                 completed
  ML-b-reminder       mail                      written     to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお待ちしています: 検証サーバの停止
  at                  2026-05-08 09:00
  B40_Remind          boundary event            completed
  G41                 exclusive gateway         completed   took はい
  B40_Remind          timer                     waits       until 2026-05-09 09:00
  B42                 send task                 completed
  B42_End             end event                 completed
  ML-b-reminder       mail                      written     to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお待ちしています: 検証サーバの停止
  at                  2026-05-08 10:00
  B40_Late            boundary event            completed
  Start_Message       message                   correlated  escalation
  B43                 send task                 completed
  B46                 send task                 completed
  B46_Done            intermediate catch event  activated
  escalation          process                   activated   as ESC-R08-00001
  Start_Message       start event               completed
  L10                 script task               completed
  L20                 business rule task        completed
  L22                 business rule task        completed
  L90_Start           message                   awaited     withdraw, key ESC-R08-00001
  L92_Start           message                   awaited     escalation, key INF-R08-00001
  L95_Start           message                   awaited     escalation-released, key INF-R08-00001/2026-05-08T10:00:00@Asia/Tokyo
  ML-b-escalation     mail                      written     to yamada.taro@ward.example.jp; copy to takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [INF-R08-00001] 【要対応】承認が滞っています: 検証サーバの停止
  L30                 send task                 completed
  G31                 exclusive gateway         completed   took いいえ
  G36                 exclusive gateway         completed   took いいえ
  L50                 user task                 created     for ward_is.chief, iom.leader, due 2026-05-12 17:15
  L50_Next            timer                     waits       until 2026-05-12 17:15
  ML-l-level          mail                      written     to sato.makoto@iom.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] 【要対応】第1段階: 承認が滞っている: 検証サーバの停止

> complete B40 {"outcome": "approved"}
  L95_Start      message                   correlated  escalation-released
  B40            user task                 completed
  B46_Done       intermediate catch event  completed
  G44            exclusive gateway         completed   took 承認
  B47            send task                 completed
  G45            exclusive gateway         completed   took はい
  B43_End        end event                 completed
  B45            user task                 created     for ward_is.manager
  B45_Remind     timer                     waits       until 2026-05-12 09:00
  L50            user task                 terminated
  L95            event sub process         activated
  L95_Start      start event               completed
  L96            send task                 completed
  L96_End        end event                 completed
  L95            event sub process         completed
  escalation     process                   completed
  ML-l-released  mail                      written     to sato.makoto@iom.example.jp, takahashi.susumu@ward.example.jp: [ESC-R08-00001] エスカレーションの解除: 承認が滞っている: 検証サーバの停止

> complete B45 {"outcome": "approved"}
  B45                 user task          completed
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b1-application  document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 検証サーバの停止.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-05-15 09:00
  ML-b-result         mail               written    to tanaka.yumi@ward.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 検証サーバの停止

# It is withdrawn before the work begins.
> publish withdraw key INF-R08-00001
  B90_Start            message                   correlated  withdraw
  B54                  user task                 terminated
  B90                  event sub process         activated
  B90_Start            start event               completed
  G90                  exclusive gateway         completed   took いいえ
  B91                  send task                 completed
  ML-b-withdrawn       mail                      written     to tanaka.yumi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 取り下げられました: 検証サーバの停止
  DOC-b1-application   document                  made        インフラ統合基盤作業依頼申請書（取下げ） INF-R08-00001 検証サーバの停止.pdf
  work-withdrawn       message                   kept        until 2026-05-09 12:00
  escalation-released  message                   kept        until 2026-05-09 12:00
  B97                  service task              completed
  B99                  intermediate throw event  completed
  End_Withdrawn        end event                 completed
  B90                  event sub process         completed
  infra-work-request   process                   completed
