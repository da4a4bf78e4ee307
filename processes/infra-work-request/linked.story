# B-D2: what the work needs is opened once infra has said when it works, and infra itself is the applicant there. It waits for all three.
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
>      "contactOnDay": "山口", "needsEntry": true, "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
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

# Infra adds that it works on a closed day, and who comes.
> complete B28
>     {"outcome": "feasible", "plannedFrom": "2026-04-25T10:00:00+09:00", "plannedTo": "2026-04-25T13:00:00+09:00", "cost": 0, "needsOfficeWork": true,
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

> show days workers responsibleName requester of OFW-R08-00001
  days             variable  is  [{"from":"2026-04-25T10:00:00+09:00","to":"2026-04-25T13:00:00+09:00"}]
  workers          variable  is  [{"name":"中村 健","organisation":"インフラ統合基盤事業者"}]
  responsibleName  variable  is  "中村 健"
  requester        variable  is  {"name":"インフラ統合基盤事業者","organisation":"インフラ統合基盤事業者","party":"infra","mail":"group:infra.staff"}

> show persons plannedFrom relatedCase requester of DCE-R08-00001
  persons      variable  is  [{"name":"中村 健","organisation":"インフラ統合基盤事業者"}]
  plannedFrom  variable  is  "2026-04-25T10:00:00+09:00"
  relatedCase  variable  is  "INF-R08-00001"
  requester    variable  is  {"name":"インフラ統合基盤事業者","organisation":"インフラ統合基盤事業者","party":"infra","mail":"group:infra.staff"}

> show systems effect target relatedCase of MNT-R08-00001
  systems      variable  is  ["SYS-13"]
  effect       variable  is  "stop"
  target       variable  is  "system"
  relatedCase  variable  is  "INF-R08-00001"

# The work itself: approved, but it waits for the three.
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

> complete C20 {"outcome": "complete"}
  C20            user task            completed
  G20            exclusive gateway    completed  took いいえ
  G25            exclusive gateway    completed  took いいえ
  C30            business rule task   completed
  C31            script task          completed
  C40            call activity        activated
  work-calendar  process              activated
  Start_Called   start event          completed
  W10            service task         completed
  W20            script task          completed
  W30            business rule task   completed
  End_Answered   end event            completed
  work-calendar  process              completed
  C40            call activity        completed
  G40            exclusive gateway    completed  took いいえ
  G48            exclusive gateway    completed  took はい
  C51            multi instance body  activated
  C51            user task            created    for ward_dept/収納対策課.manager

> complete C51 {"outcome": "agreed"}
  C51  user task            completed
  C50  user task            created    for ward_is.chief
  C51  multi instance body  completed

> complete C50 {"outcome": "approved"}
  C50           user task            completed
  G50           exclusive gateway    completed  took はい
  C60           send task            completed
  ML-c-advance  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 収納サーバの入替え (with MNT-R08-00001.ics)
  DOC-c-notice  document             made       メンテナンスのお知らせ MNT-R08-00001 収納サーバの入替え.pdf
  C61           service task         completed
  C65           multi instance body  activated
  C65_Remind    timer                waits      until 2026-04-06 09:00
  C65_Over      timer                waits      until 2026-04-24 00:00
  C65           user task            created    for single_db.staff
  C65           user task            created    for ward_dept/収納対策課.staff

> complete C65 {"outcome": "no_effect"}
  C65  user task  completed

> complete C65 {"outcome": "no_effect"}
  B86_Start  message                   correlated  linked-approved
  B86        event sub process         completed
  B86_Start  start event               completed
  B87        script task               completed
  B87_End    end event                 completed
  C65        user task                 completed
  G66        exclusive gateway         completed   took いいえ
  C70        script task               completed
  C72        intermediate throw event  completed
  T80        intermediate catch event  activated   until 2026-04-24 09:00
  C65        multi instance body       completed

> show linkedKinds of INF-R08-00001
  linkedKinds  variable  is  ["MNT"]

> complete B20/2 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 収納サーバの入替え

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed   took いいえ
  G46                 exclusive gateway         completed   took 承認
  G53                 exclusive gateway         completed   took いいえ
  DOC-b5-application  document                  made        電算センター入退室申請書 DCE-R08-00001 収納サーバの入替え.pdf
  B49                 service task              completed
  B86_Start           message                   correlated  linked-approved
  B86                 event sub process         completed
  B86_Start           start event               completed
  B87                 script task               completed
  B87_End             end event                 completed
  B50                 send task                 completed
  G52                 exclusive gateway         completed   took はい
  B53                 intermediate throw event  completed
  G54                 exclusive gateway         completed   took いいえ
  T61                 intermediate catch event  activated   until 2026-04-25 10:00
  ML-b5-entry_permit  mail                      written     to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 電算センター入室承認: 収納サーバの入替え

> complete B20 {"outcome": "accepted", "building": "本庁舎", "floor": "2", "room": "201"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-06 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 収納サーバの入替え

> complete B38 {"outcome": "received"}
  B38                  user task                 completed
  G38                  exclusive gateway         completed   took いいえ
  G46                  exclusive gateway         completed   took 承認
  G53                  exclusive gateway         completed   took いいえ
  DOC-b3-application   document                  made        庁舎内作業届 OFW-R08-00001 収納サーバの入替え.pdf
  B49                  service task              completed
  B48                  business rule task        completed
  B86_Start            message                   correlated  linked-approved
  B54                  user task                 terminated
  B86                  event sub process         completed
  B86_Start            start event               completed
  B87                  script task               completed
  B87_End              end event                 completed
  B54_All              boundary event            completed
  G56                  exclusive gateway         completed   took はい
  T55                  intermediate catch event  activated   until 2026-04-24 09:00
  B50                  send task                 completed
  G52                  exclusive gateway         completed   took はい
  B53                  intermediate throw event  completed
  ML-b3-result         mail                      written     to nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 届の結果: 収納サーバの入替え
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60_Start            start event               completed
  T61                  intermediate catch event  activated   until 2026-04-25 10:00
  ML-b3-security_copy  mail                      written     to shisetsu-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 時間外作業のお知らせ: 収納サーバの入替え

> show linkedKinds of INF-R08-00001
  linkedKinds  variable  is  ["MNT","DCE","OFW"]
