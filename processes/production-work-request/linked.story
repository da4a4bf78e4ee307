# B-D2: one work, four applications. What it needs is opened with its data as it is submitted; it waits until all are approved, each tells it by itself.
process  .
with     ../work-calendar
with     ../building-work-notice
with     ../data-centre-entry
with     ../maintenance-notice
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "庁舎内と電算センターでの作業", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-18T10:00:00+09:00", "plannedTo": "2026-04-18T12:00:00+09:00", "outage": "short", "businessImpact": "照会が止まる",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "contactOnDay": "林", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "organisation": "税務ASP", "mail": "hayashi@tax-asp.example.jp"}, "needsOfficeWork": true,
>      "needsEntry": true}
  production-work-request  process             activated   as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key PRD-R08-00001
  B86_Start                message             awaited     linked-approved, key PRD-R08-00001
  B97_Start                message             awaited     linked-refused, key PRD-R08-00001
  B94_Start                message             awaited     work-stop, key PRD-R08-00001
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 庁舎内と電算センターでの作業
  Start_Mail               message             correlated  notify-building-work
  Start_Mail               message             correlated  request-data-centre-entry
  Start_Mail               message             correlated  maintenance-notice
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed   took いいえ
  G14                      inclusive gateway   completed   took 庁舎, 入室, 停止
  B31                      send task           completed
  B33                      send task           completed
  B34                      send task           completed
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  building-work-notice     process             activated   as OFW-R08-00001
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key OFW-R08-00001
  B94_Start                message             awaited     work-withdrawn, key PRD-R08-00001
  data-centre-entry        process             activated   as DCE-R08-00001
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key DCE-R08-00001
  B94_Start                message             awaited     work-withdrawn, key PRD-R08-00001
  maintenance-notice       process             activated   as MNT-R08-00001
  Start_Mail               start event         completed
  C10                      script task         completed
  C114_Start               message             awaited     withdraw, key MNT-R08-00001
  C118_Start               message             awaited     work-withdrawn, key PRD-R08-00001
  C116_Start               message             awaited     maintenance-alert, key MNT-R08-00001
  B12                      send task           completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b3-received           mail                written     to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 庁舎内と電算センターでの作業
  B12                      send task           completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b5-received           mail                written     to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: 庁舎内と電算センターでの作業
  C12                      send task           completed
  C20                      user task           created     for iom.operator, due 2026-04-03 17:15
  C20_Half                 timer               waits       until 2026-04-02 14:22:30
  C20_Late                 timer               waits       until 2026-04-03 17:15
  ML-c-received            mail                written     to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 庁舎内と電算センターでの作業

> show days purpose relatedCase workers responsibleName of OFW-R08-00001
  days             variable  is  [{"from":"2026-04-18T10:00:00+09:00","to":"2026-04-18T12:00:00+09:00"}]
  purpose          variable  is  "口座振替の締切を改める"
  relatedCase      variable  is  "PRD-R08-00001"
  workers          variable  is  [{"name":"林 拓也","organisation":"税務ASP"}]
  responsibleName  variable  is  "林 拓也"

> show persons plannedFrom relatedCase of DCE-R08-00001
  persons      variable  is  [{"name":"林 拓也","organisation":"税務ASP"}]
  plannedFrom  variable  is  "2026-04-18T10:00:00+09:00"
  relatedCase  variable  is  "PRD-R08-00001"

> show systems effect contact relatedCase of MNT-R08-00001
  systems      variable  is  ["SYS-46"]
  effect       variable  is  "partial"
  contact      variable  is  "林"
  relatedCase  variable  is  "PRD-R08-00001"

# The work itself: approved, but it waits for the three.
> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 庁舎内と電算センターでの作業

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b2-application  document           made       本番環境作業依頼申請書 PRD-R08-00001 庁舎内と電算センターでの作業.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-17 09:00
  ML-b2-result        mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 庁舎内と電算センターでの作業

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
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 庁舎内と電算センターでの作業 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 庁舎内と電算センターでの作業.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-04-06 09:00
  C65_Over       timer                waits      until 2026-04-17 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for ward_dept/税務課.staff

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
  T80        intermediate catch event  activated   until 2026-04-17 09:00
  C65        multi instance body       completed

> show linkedKinds of PRD-R08-00001
  linkedKinds  variable  is  ["MNT"]

# The entry is refused: the work goes back to its applicant, with words.
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
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 庁舎内と電算センターでの作業

> complete B40 {"outcome": "rejected", "rejectReason": "その日は停電の工事がある"}
  B40                   user task          completed
  G44                   exclusive gateway  completed   took いいえ
  G46                   exclusive gateway  completed   took 却下
  B51                   send task          completed
  ML-b5-result_refused  mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 申請の結果: 庁舎内と電算センターでの作業
  DOC-b5-application    document           made        電算センター入退室申請書 DCE-R08-00001 庁舎内と電算センターでの作業.pdf
  B97_Start             message            correlated  linked-refused
  B54                   user task          terminated
  B97                   event sub process  activated
  B97_Start             start event        completed
  B98                   script task        completed
  B54_Refused           boundary event     completed
  B59                   service task       completed
  G51                   exclusive gateway  completed   took 却下
  End_Rejected          end event          completed
  data-centre-entry     process            completed
  B99                   send task          completed
  B99_End               end event          completed
  B97                   event sub process  completed
  ML-b2-linked_refused  mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 関連の申請が承認されません: 庁舎内と電算センターでの作業
  B17                   send task          completed
  B15                   user task          created     for joint_asp/SYS-46.staff
  ML-b2-returned        mail               written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 庁舎内と電算センターでの作業

> show returnReason of PRD-R08-00001
  returnReason  variable  is  "関連の申請 DCE-R08-00001 は却下で終わった。要否を改めるか、あらためて申請する。"

# Applied for again, the entry is opened once more, the others are not.
> complete B15 {"outcome": "resubmitted", "reason": "要綱の改正。入室は別の扉から"}
  B15                user task           completed
  G15                exclusive gateway   completed   took はい
  B16                script task         completed
  B13                call activity       activated
  work-calendar      process             activated
  Start_Called       start event         completed
  Start_Mail         message             correlated  request-data-centre-entry
  W10                service task        completed
  W20                script task         completed
  W30                business rule task  completed
  End_Answered       end event           completed
  work-calendar      process             completed
  B13                call activity       completed
  G13                exclusive gateway   completed   took いいえ
  G14                inclusive gateway   completed   took 入室
  B33                send task           completed
  G16                inclusive gateway   completed
  B18                business rule task  completed
  B20                user task           created     for iom.operator, due 2026-04-03 23:59
  data-centre-entry  process             activated   as DCE-R08-00002
  Start_Mail         start event         completed
  B10                script task         completed
  B90_Start          message             awaited     withdraw, key DCE-R08-00002
  B94_Start          message             awaited     work-withdrawn, key PRD-R08-00001
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b5-received     mail                written     to hayashi@tax-asp.example.jp: [DCE-R08-00002] 申請を受け付けました: 庁舎内と電算センターでの作業

> complete B20/2 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 庁舎内と電算センターでの作業

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b2-application  document           made       本番環境作業依頼申請書 PRD-R08-00001 庁舎内と電算センターでの作業.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-17 09:00
  ML-b2-result        mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 庁舎内と電算センターでの作業

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
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00002] 承認をお願いします: 庁舎内と電算センターでの作業

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed   took いいえ
  G46                 exclusive gateway         completed   took 承認
  G53                 exclusive gateway         completed   took いいえ
  DOC-b5-application  document                  made        電算センター入退室申請書 DCE-R08-00002 庁舎内と電算センターでの作業.pdf
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
  T61                 intermediate catch event  activated   until 2026-04-18 10:00
  ML-b5-entry_permit  mail                      written     to hayashi@tax-asp.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00002] 電算センター入室承認: 庁舎内と電算センターでの作業

> complete B20 {"outcome": "accepted", "building": "本庁舎", "floor": "2", "room": "201"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-06 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 庁舎内と電算センターでの作業

> complete B38 {"outcome": "received"}
  B38                  user task                 completed
  G38                  exclusive gateway         completed   took いいえ
  G46                  exclusive gateway         completed   took 承認
  G53                  exclusive gateway         completed   took いいえ
  DOC-b3-application   document                  made        庁舎内作業届 OFW-R08-00001 庁舎内と電算センターでの作業.pdf
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
  T55                  intermediate catch event  activated   until 2026-04-17 09:00
  B50                  send task                 completed
  G52                  exclusive gateway         completed   took はい
  B53                  intermediate throw event  completed
  ML-b3-result         mail                      written     to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 届の結果: 庁舎内と電算センターでの作業
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60_Start            start event               completed
  T61                  intermediate catch event  activated   until 2026-04-18 10:00
  ML-b3-security_copy  mail                      written     to shisetsu-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 時間外作業のお知らせ: 庁舎内と電算センターでの作業

> show linkedKinds of PRD-R08-00001
  linkedKinds  variable  is  ["MNT","DCE","OFW"]
