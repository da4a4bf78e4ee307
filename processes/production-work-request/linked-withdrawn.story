# B-D2: what belongs to the work ends before the work is decided: it isn't scheduled. The applicant says that it isn't needed any more.
process  .
with     ../work-calendar
with     ../building-work-notice
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "庁舎内での作業", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-18T10:00:00+09:00", "plannedTo": "2026-04-18T12:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "contactOnDay": "林", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "organisation": "税務ASP", "mail": "hayashi@tax-asp.example.jp"}, "needsOfficeWork": true}
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
  ML-b2-received           mail                written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 庁舎内での作業
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
  building-work-notice     process             activated   as OFW-R08-00001
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key OFW-R08-00001
  B94_Start                message             awaited     work-withdrawn, key PRD-R08-00001
  B12                      send task           completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-03 23:59
  ML-b3-received           mail                written     to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 庁舎内での作業

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 庁舎内での作業

> publish withdraw key OFW-R08-00001
  B90_Start             message            correlated  withdraw
  B20                   user task          terminated
  B90                   event sub process  activated
  B90_Start             start event        completed
  B91                   send task          completed
  ML-b3-withdrawn       mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 取り下げられました: 庁舎内での作業
  DOC-b3-application    document           made        庁舎内作業届（取下げ） OFW-R08-00001 庁舎内での作業.pdf
  B97_Start             message            correlated  linked-refused
  B97                   event sub process  activated
  B97_Start             start event        completed
  B98                   script task        completed
  B92                   service task       completed
  End_Withdrawn         end event          completed
  B90                   event sub process  completed
  building-work-notice  process            completed
  B99                   send task          completed
  B99_End               end event          completed
  B97                   event sub process  completed
  ML-b2-linked_refused  mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 関連の申請が承認されません: 庁舎内での作業

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed   took いいえ
  G46                 exclusive gateway  completed   took 承認
  G53                 exclusive gateway  completed   took いいえ
  DOC-b2-application  document           made        本番環境作業依頼申請書 PRD-R08-00001 庁舎内での作業.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed   took はい
  B54                 user task          terminated
  B54_Refused         boundary event     completed
  ML-b2-result        mail               written     to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 庁舎内での作業
  B17                 send task          completed
  B15                 user task          created     for joint_asp/SYS-46.staff
  ML-b2-returned      mail               written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 庁舎内での作業

> show returnReason of PRD-R08-00001
  returnReason  variable  is  "関連の申請 OFW-R08-00001 は取下げで終わった。要否を改めるか、あらためて申請する。"

> complete B15 {"outcome": "resubmitted", "needsOfficeWork": false, "remote": "remote", "connectionWindow": "10:00–12:00"}
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
  G14            inclusive gateway   completed  took いいえ
  G16            inclusive gateway   completed
  B18            business rule task  completed
  B20            user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 庁舎内での作業

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took いいえ
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00001 庁舎内での作業.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-17 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 庁舎内での作業
