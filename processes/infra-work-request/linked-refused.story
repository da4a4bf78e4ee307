# B-D2: what belongs to the work is refused: it goes back to its applicant. Once the work itself is withdrawn, what belongs to it falls, too.
process  .
with     ../work-calendar
with     ../building-work-notice
with     ../data-centre-entry
with     ../maintenance-notice
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start infra-work-request
>     {"title": "収納サーバの入替え", "workType": "new_server", "systems": ["SYS-13"], "environment": "production", "description": "サーバを入れ替える",
>      "reason": "老朽化", "desiredFrom": "2026-04-25T10:00:00+09:00", "desiredTo": "2026-04-25T15:00:00+09:00", "outage": "stop", "departments": [],
>      "contactOnDay": "山口", "needsEntry": true, "needsOfficeWork": true,
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
  ML-b-received       mail                written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: 収納サーバの入替え
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
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 収納サーバの入替え

> complete B28
>     {"outcome": "feasible", "plannedFrom": "2026-04-25T10:00:00+09:00", "plannedTo": "2026-04-25T13:00:00+09:00", "cost": 0,
>      "workers": [{"name": "中村 健", "organisation": "インフラ統合基盤事業者"}]}
  B28                    user task           completed
  G28                    exclusive gateway   completed   took はい
  B29                    call activity       activated
  work-calendar          process             activated
  Start_Called           start event         completed
  Start_Mail             message             correlated  notify-building-work
  Start_Mail             message             correlated  request-data-centre-entry
  Start_Mail             message             correlated  maintenance-notice
  W10                    service task        completed
  W20                    script task         completed
  W30                    business rule task  completed
  End_Answered           end event           completed
  work-calendar          process             completed
  B29                    call activity       completed
  G29                    exclusive gateway   completed   took いいえ
  G14                    inclusive gateway   completed   took 庁舎, 入室, 停止
  B31                    send task           completed
  B33                    send task           completed
  B34                    send task           completed
  G16                    inclusive gateway   completed
  B30                    business rule task  completed
  G32                    exclusive gateway   completed   took いいえ
  building-work-notice   process             activated   as OFW-R08-00001
  Start_Mail             start event         completed
  B10                    script task         completed
  B90_Start              message             awaited     withdraw, key OFW-R08-00001
  B94_Start              message             awaited     work-withdrawn, key INF-R08-00001
  data-centre-entry      process             activated   as DCE-R08-00001
  Start_Mail             start event         completed
  B10                    script task         completed
  B90_Start              message             awaited     withdraw, key DCE-R08-00001
  B94_Start              message             awaited     work-withdrawn, key INF-R08-00001
  maintenance-notice     process             activated   as MNT-R08-00001
  Start_Mail             start event         completed
  C10                    script task         completed
  C114_Start             message             awaited     withdraw, key MNT-R08-00001
  C118_Start             message             awaited     work-withdrawn, key INF-R08-00001
  C116_Start             message             awaited     maintenance-alert, key MNT-R08-00001
  B39                    send task           completed
  B40                    user task           created     for ward_is.chief
  B40_Remind             timer               waits       until 2026-04-06 09:00
  B40_Late               timer               waits       until 2026-04-09 10:00
  ML-b-approval_request  mail                written     to takahashi.susumu@ward.example.jp: [INF-R08-00001] 承認をお願いします: 収納サーバの入替え
  B12                    send task           completed
  B18                    business rule task  completed
  B20                    user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b3-received         mail                written     to nakamura@infra.example.jp, matsumoto@infra.example.jp: [OFW-R08-00001] 申請を受け付けました: 収納サーバの入替え
  B12                    send task           completed
  B18                    business rule task  completed
  B20                    user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b5-received         mail                written     to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 申請を受け付けました: 収納サーバの入替え
  C12                    send task           completed
  C20                    user task           created     for iom.operator, due 2026-04-03 17:15
  C20_Half               timer               waits       until 2026-04-02 14:22:30
  C20_Late               timer               waits       until 2026-04-03 17:15
  ML-c-received          mail                written     to yamaguchi@shuno.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 収納サーバの入替え

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
  DOC-b1-application  document           made       インフラ統合基盤作業依頼申請書 INF-R08-00001 収納サーバの入替え.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-24 09:00
  ML-b-result         mail               written    to yamaguchi@shuno.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 申請の結果: 収納サーバの入替え

> complete B20/2 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "disagreed", "opinion": "その日は別の入室がある"}
  B36             user task            completed
  G37             exclusive gateway    completed  took いいえ
  G46             exclusive gateway    completed  took 差戻し
  B36             multi instance body  completed
  B17             send task            completed
  B15             user task            created    for infra.staff
  ML-b5-returned  mail                 written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 申請を差し戻しました: 収納サーバの入替え

# The entry is withdrawn by infra instead of being mended.
> complete B15 {"outcome": "withdrawn"}
  B15                   user task          completed
  G15                   exclusive gateway  completed   took いいえ
  DOC-b5-application    document           made        電算センター入退室申請書（取下げ） DCE-R08-00001 収納サーバの入替え.pdf
  B82_Start             message            correlated  linked-refused
  B54                   user task          terminated
  B82                   event sub process  activated
  B82_Start             start event        completed
  B83                   script task        completed
  B54_Refused           boundary event     completed
  B93                   service task       completed
  End_Withdrawn1        end event          completed
  data-centre-entry     process            completed
  B84                   send task          completed
  B84_End               end event          completed
  B82                   event sub process  completed
  ML-b1-linked_refused  mail               written     to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INF-R08-00001] 関連の申請が承認されません: 収納サーバの入替え
  B17                   send task          completed
  B15                   user task          created     for nonstd/SYS-13.staff
  ML-b-returned         mail               written     to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: 収納サーバの入替え

> show returnReason linkedRefused of INF-R08-00001
  returnReason   variable  is  "関連の申請 DCE-R08-00001 は取下げで終わった。要否を改めるか、あらためて申請する。"
  linkedRefused  variable  is  "関連の申請 DCE-R08-00001 は取下げで終わった。要否を改めるか、あらためて申請する。"

> publish withdraw key INF-R08-00001 {"withdrawReason": "今年度は見送る"}
  B90_Start             message                   correlated  withdraw
  B15                   user task                 terminated
  B90                   event sub process         activated
  B90_Start             start event               completed
  G90                   exclusive gateway         completed   took いいえ
  B91                   send task                 completed
  ML-b-withdrawn        mail                      written     to yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 取り下げられました: 収納サーバの入替え
  DOC-b1-application    document                  made        インフラ統合基盤作業依頼申請書（取下げ） INF-R08-00001 収納サーバの入替え.pdf
  escalation-released   message                   kept        until 2026-04-03 10:00
  B94_Start             message                   correlated  work-withdrawn
  C118_Start            message                   correlated  work-withdrawn
  B97                   service task              completed
  B99                   intermediate throw event  completed
  End_Withdrawn         end event                 completed
  B90                   event sub process         completed
  infra-work-request    process                   completed
  B20                   user task                 terminated
  B94                   event sub process         activated
  B94_Start             start event               completed
  C20                   user task                 terminated
  C118                  event sub process         activated
  C118_Start            start event               completed
  B95                   send task                 completed
  ML-b3-withdrawn       mail                      written     to nakamura@infra.example.jp, matsumoto@infra.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 取り下げられました: 収納サーバの入替え
  C119                  send task                 completed
  End_WithWork          end event                 completed
  C118                  event sub process         completed
  maintenance-notice    process                   completed
  ML-c-cancelled        mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスの中止: 収納サーバの入替え
  DOC-b3-application    document                  made        庁舎内作業届（取下げ） OFW-R08-00001 収納サーバの入替え.pdf
  B96                   service task              completed
  End_WithWork          end event                 completed
  B94                   event sub process         completed
  building-work-notice  process                   completed

> show withdrawReason of OFW-R08-00001
  withdrawReason  variable  is  "もとの作業 INF-R08-00001 が取り下げられた"
