# B-D2: the work is withdrawn, then another is rejected: what was opened for them ends by itself, and says why.
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
>      "party": "joint_asp/SYS-46", "organisation": "税務ASP", "mail": "hayashi@tax-asp.example.jp"}, "needsOfficeWork": true, "needsEntry": true}
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

> publish withdraw key PRD-R08-00001 {"withdrawReason": "次の版に含める"}
  B90_Start                message            correlated  withdraw
  B20                      user task          terminated
  B90                      event sub process  activated
  B90_Start                start event        completed
  G90                      exclusive gateway  completed   took いいえ
  B91                      send task          completed
  ML-b2-withdrawn          mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 取り下げられました: 庁舎内と電算センターでの作業
  DOC-b2-application       document           made        本番環境作業依頼申請書（取下げ） PRD-R08-00001 庁舎内と電算センターでの作業.pdf
  B94_Start                message            correlated  work-withdrawn
  B94_Start                message            correlated  work-withdrawn
  C118_Start               message            correlated  work-withdrawn
  B62                      service task       completed
  End_Withdrawn            end event          completed
  B90                      event sub process  completed
  production-work-request  process            completed
  B20                      user task          terminated
  B94                      event sub process  activated
  B94_Start                start event        completed
  B20                      user task          terminated
  B94                      event sub process  activated
  B94_Start                start event        completed
  C20                      user task          terminated
  C118                     event sub process  activated
  C118_Start               start event        completed
  B95                      send task          completed
  ML-b3-withdrawn          mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 取り下げられました: 庁舎内と電算センターでの作業
  B95                      send task          completed
  ML-b5-withdrawn          mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 取り下げられました: 庁舎内と電算センターでの作業
  C119                     send task          completed
  End_WithWork             end event          completed
  C118                     event sub process  completed
  maintenance-notice       process            completed
  ML-c-cancelled           mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスの中止: 庁舎内と電算センターでの作業
  DOC-b3-application       document           made        庁舎内作業届（取下げ） OFW-R08-00001 庁舎内と電算センターでの作業.pdf
  B96                      service task       completed
  End_WithWork             end event          completed
  B94                      event sub process  completed
  building-work-notice     process            completed
  DOC-b5-application       document           made        電算センター入退室申請書（取下げ） DCE-R08-00001 庁舎内と電算センターでの作業.pdf
  B96                      service task       completed
  End_WithWork             end event          completed
  B94                      event sub process  completed
  data-centre-entry        process            completed

> start production-work-request
>     {"title": "庁舎内での作業", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-18T10:00:00+09:00", "plannedTo": "2026-04-18T12:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "contactOnDay": "林", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "organisation": "税務ASP", "mail": "hayashi@tax-asp.example.jp"}, "needsOfficeWork": true}
  production-work-request  process             activated   as PRD-R08-00002
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key PRD-R08-00002
  B86_Start                message             awaited     linked-approved, key PRD-R08-00002
  B97_Start                message             awaited     linked-refused, key PRD-R08-00002
  B94_Start                message             awaited     work-stop, key PRD-R08-00002
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written     to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を受け付けました: 庁舎内での作業
  Start_Mail               message             correlated  notify-building-work
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed   took いいえ
  G14                      inclusive gateway   completed   took 庁舎
  B31                      send task           completed
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  building-work-notice     process             activated   as OFW-R08-00002
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key OFW-R08-00002
  B94_Start                message             awaited     work-withdrawn, key PRD-R08-00002
  B12                      send task           completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b3-received           mail                written     to hayashi@tax-asp.example.jp: [OFW-R08-00002] 申請を受け付けました: 庁舎内での作業

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00002] 承認をお願いします: 庁舎内での作業

> complete B40 {"outcome": "rejected", "rejectReason": "月末にかかる"}
  B40                      user task          completed
  G44                      exclusive gateway  completed   took いいえ
  G46                      exclusive gateway  completed   took 却下
  B51                      send task          completed
  ML-b2-result_refused     mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 申請の結果: 庁舎内での作業
  DOC-b2-application       document           made        本番環境作業依頼申請書 PRD-R08-00002 庁舎内での作業.pdf
  B94_Start                message            correlated  work-withdrawn
  B59                      service task       completed
  G51                      exclusive gateway  completed   took 却下
  End_Rejected             end event          completed
  production-work-request  process            completed
  B20                      user task          terminated
  B94                      event sub process  activated
  B94_Start                start event        completed
  B95                      send task          completed
  ML-b3-withdrawn          mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00002] 取り下げられました: 庁舎内での作業
  DOC-b3-application       document           made        庁舎内作業届（取下げ） OFW-R08-00002 庁舎内での作業.pdf
  B96                      service task       completed
  End_WithWork             end event          completed
  B94                      event sub process  completed
  building-work-notice     process            completed

> show withdrawReason of OFW-R08-00002
  withdrawReason  variable  is  "もとの作業 PRD-R08-00002 が却下された"
