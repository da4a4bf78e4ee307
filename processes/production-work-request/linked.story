# B-D2: one work, three applications. The work is not scheduled before the notice and the entry are approved; each tells it by itself, one before and one after the work was approved.
process  .
with     ../building-work-notice
with     ../data-centre-entry
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "庁舎内と電算センターでの作業", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-18T10:00:00+09:00", "plannedTo": "2026-04-18T12:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}, "needsOfficeWork": true,
>      "needsEntry": true}
  production-work-request  process             activated  as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00001
  B86_Start                message             awaited    linked-approved, key PRD-R08-00001
  B94_Start                message             awaited    work-stop, key PRD-R08-00001
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 庁舎内と電算センターでの作業
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 庁舎内と電算センターでの作業

> start data-centre-entry
>     {"title": "税務システムの作業（入室）", "entryKind": "single", "persons": [{"name": "林 拓也", "organisation": "税務ASP",
>      "registered": true}], "plannedFrom": "2026-04-18T10:00:00+09:00", "plannedTo": "2026-04-18T12:00:00+09:00",
>      "purpose": "本番作業", "accompaniedBy": "infra", "relatedCase": "PRD-R08-00001", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00001
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00001
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: 税務システムの作業（入室）

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.staff
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b5-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 税務システムの作業（入室）

# The entry is approved first (B40/2: the work's own approval waits, too).
> complete B40/2 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed   took いいえ
  G46                 exclusive gateway         completed   took 承認
  G53                 exclusive gateway         completed   took いいえ
  DOC-b5-application  document                  made        電算センター入退室申請書 DCE-R08-00001 税務システムの作業（入室）.pdf
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
  ML-b5-entry_permit  mail                      written     to hayashi@tax-asp.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 電算センター入室承認: 税務システムの作業（入室）

# Now the work: it waits for the notice.
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

> start building-work-notice
>     {"title": "税務システムの作業（庁舎内）", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-18T10:00:00+09:00", "to": "2026-04-18T12:00:00+09:00"}], "purpose": "本番作業",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP"}], "relatedCase": "PRD-R08-00001", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00001
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00001
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 税務システムの作業（庁舎内）

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-06 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 税務システムの作業（庁舎内）

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-06 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 税務システムの作業（庁舎内）

# The notice is approved: the desk's task is not needed any more.
> complete B40 {"outcome": "approved"}
  B40                  user task                 completed
  G44                  exclusive gateway         completed   took いいえ
  G46                  exclusive gateway         completed   took 承認
  G53                  exclusive gateway         completed   took いいえ
  DOC-b3-application   document                  made        庁舎内作業届 OFW-R08-00001 税務システムの作業（庁舎内）.pdf
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
  ML-b3-result         mail                      written     to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 届の結果: 税務システムの作業（庁舎内）
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60_Start            start event               completed
  T61                  intermediate catch event  activated   until 2026-04-18 10:00
  ML-b3-security_copy  mail                      written     to chosha-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 時間外作業のお知らせ: 税務システムの作業（庁舎内）
