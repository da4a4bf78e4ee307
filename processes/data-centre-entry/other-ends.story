# Registered visitors, a registration for the year, late, not accompanied, rejected, withdrawn, nobody came, approved too late.
process  .
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

# Registered people only: the section's staff decide, nobody need accompany. Nobody comes.
> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp", "registered": true}],
>      "plannedFrom": "2026-04-08T10:00:00+09:00", "plannedTo": "2026-04-08T12:00:00+09:00", "purpose": "点検",
>      "racks": "R12", "accompaniedBy": "infra", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00001
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00001
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: サーバの点検

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.staff
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b5-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: サーバの点検

> show route
  route  variable  is  {"approver":"ward_is.staff","manager":false,"accompany":false,"reason":"登録のある方の来訪"}

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took いいえ
  DOC-b5-application  document                  made       電算センター入退室申請書 DCE-R08-00001 サーバの点検.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G52                 exclusive gateway         completed  took いいえ
  G54                 exclusive gateway         completed  took いいえ
  T61                 intermediate catch event  activated  until 2026-04-08 10:00
  ML-b5-entry_permit  mail                      written    to hayashi@tax-asp.example.jp, ueda@tax-asp.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00001] 電算センター入室承認: サーバの点検

> wait until 2026-04-08 12:00
  at                 2026-04-08 10:00
  T61                intermediate catch event  completed
  B65                user task                 created     for infra.staff, due 2026-04-08 10:00
  B65_NoShow         timer                     waits       until 2026-04-08 12:00
  B65                user task                 terminated
  B65_NoShow         boundary event            completed
  End_NoShow         end event                 completed
  data-centre-entry  process                   completed

# A registration for the year; too long at first.
> start data-centre-entry
>     {"title": "常駐者の登録", "entryKind": "period", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "organisation": "税務ASP",
>      "badgeNo": "T-03"}], "plannedFrom": null, "plannedTo": null, "purpose": "点検", "racks": "R12",
>      "accompaniedBy": "infra", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "from": "2026-05-01", "to": "2027-04-30"}
  data-centre-entry  process             activated  as DCE-R08-00002
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00002
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00002] 申請を受け付けました: 常駐者の登録

> show findings
  findings  variable  is  ["登録の終了が年度の末日を超える"]

> complete B20 {"outcome": "returned", "returnReason": "年度の末日までです"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b5-returned  mail               written    to hayashi@tax-asp.example.jp: [DCE-R08-00002] 申請を差し戻しました: 常駐者の登録

> complete B15 {"outcome": "resubmitted", "to": "2027-03-31"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-09 23:59

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "agreed", "companion": "中村"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00002] 承認をお願いします: 常駐者の登録

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took いいえ
  DOC-b5-application  document           made       電算センター入退室申請書 DCE-R08-00002 常駐者の登録.pdf
  B49                 service task       completed
  B50                 send task          completed
  G52                 exclusive gateway  completed  took いいえ
  G54                 exclusive gateway  completed  took はい
  B58                 user task          created    for infra.staff, infra.leader, due 2026-04-09 23:59
  ML-b5-entry_permit  mail               written    to hayashi@tax-asp.example.jp, ueda@tax-asp.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [DCE-R08-00002] 電算センター入室承認: 常駐者の登録

> complete B58
  B58                        user task     completed
  B57                        service task  completed
  End_Registered             end event     completed
  data-centre-entry          process       completed
  data_centre_registrations  table         row added  T-02 {"badge_no":"T-02","name":"上田 光","organisation":"税務ASP","party":"joint_asp/SYS-46","from":"2026-05-01","to":"2027-03-31","state":"active"}
  data_centre_registrations  table         row added  T-03 {"badge_no":"T-03","name":"原 望","organisation":"税務ASP","party":"joint_asp/SYS-46","from":"2026-05-01","to":"2027-03-31","state":"active"}

# One business day before: late, the manager, who rejects.
> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "organisation": "税務ASP",
>      "badgeNo": "T-03"}], "plannedFrom": "2026-04-09T13:00:00+09:00", "plannedTo": "2026-04-09T15:00:00+09:00",
>      "purpose": "点検", "racks": "R12", "accompaniedBy": "infra", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00003
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00003
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00003] 申請を受け付けました: サーバの点検

> show findings
  findings  variable  is  ["2営業日前を過ぎた申請"]

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "agreed", "companion": "中村"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00003] 承認をお願いします: サーバの点検

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail               written    to yamada.taro@ward.example.jp: [DCE-R08-00003] 承認をお願いします: サーバの点検

> complete B45 {"outcome": "rejected", "rejectReason": "急ぐ理由がない"}
  B45                   user task          completed
  G46                   exclusive gateway  completed  took 却下
  B51                   send task          completed
  ML-b5-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00003] 申請の結果: サーバの点検
  DOC-b5-application    document           made       電算センター入退室申請書 DCE-R08-00003 サーバの点検.pdf
  linked-refused        message            kept       until 2026-04-09 12:00
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 却下
  End_Rejected          end event          completed
  data-centre-entry     process            completed

# Infra can't accompany; withdrawn.
> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "organisation": "税務ASP",
>      "badgeNo": "T-03"}], "plannedFrom": "2026-04-20T13:00:00+09:00", "plannedTo": "2026-04-20T15:00:00+09:00",
>      "purpose": "点検", "racks": "R12", "accompaniedBy": "infra", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00004
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00004
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00004] 申請を受け付けました: サーバの点検

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for infra.staff

> complete B36 {"outcome": "disagreed", "opinion": "その日は停電の点検"}
  B36             user task            completed
  G37             exclusive gateway    completed  took いいえ
  G46             exclusive gateway    completed  took 差戻し
  B36             multi instance body  completed
  B17             send task            completed
  B15             user task            created    for joint_asp/SYS-46.staff
  ML-b5-returned  mail                 written    to hayashi@tax-asp.example.jp: [DCE-R08-00004] 申請を差し戻しました: サーバの点検

> complete B15 {"outcome": "resubmitted", "accompaniedBy": "ward_is"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-09 23:59

> publish withdraw key DCE-R08-00004 {"withdrawReason": "不要になった"}
  B90_Start           message            correlated  withdraw
  B20                 user task          terminated
  B90                 event sub process  activated
  B90_Start           start event        completed
  B91                 send task          completed
  ML-b5-withdrawn     mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00004] 取り下げられました: サーバの点検
  DOC-b5-application  document           made        電算センター入退室申請書（取下げ） DCE-R08-00004 サーバの点検.pdf
  linked-refused      message            kept        until 2026-04-09 12:00
  B92                 service task       completed
  End_Withdrawn       end event          completed
  B90                 event sub process  completed
  data-centre-entry   process            completed

# The section accompanies; the chief lets it lie until the visit is over.
> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "organisation": "税務ASP",
>      "badgeNo": "T-03"}], "plannedFrom": "2026-04-13T13:00:00+09:00", "plannedTo": "2026-04-13T15:00:00+09:00",
>      "purpose": "点検", "racks": "R12", "accompaniedBy": "ward_is", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00005
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00005
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00005] 申請を受け付けました: サーバの点検

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_is.staff

> complete B36 {"outcome": "agreed", "companion": "田中"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-10 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00005] 承認をお願いします: サーバの点検

> wait until 2026-04-14 09:00
  at              2026-04-10 09:00
  linked-refused  message            expired
  linked-refused  message            expired
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-11 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b5-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DCE-R08-00005] 承認をお待ちしています: サーバの点検
  at              2026-04-11 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-04-12 09:00
  at              2026-04-12 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-04-13 09:00
  at              2026-04-13 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-14 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b5-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DCE-R08-00005] 承認をお待ちしています: サーバの点検
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-15 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b5-reminder  mail               written    to takahashi.susumu@ward.example.jp: [DCE-R08-00005] 承認をお待ちしています: サーバの点検

> complete B40 {"outcome": "approved"}
  B40                   user task          completed
  G44                   exclusive gateway  completed  took いいえ
  G46                   exclusive gateway  completed  took 承認
  G53                   exclusive gateway  completed  took はい
  B51                   send task          completed
  ML-b5-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00005] 申請の結果: サーバの点検
  DOC-b5-application    document           made       電算センター入退室申請書 DCE-R08-00005 サーバの点検.pdf
  linked-refused        message            kept       until 2026-04-15 09:00
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 期限切れ
  End_Expired           end event          completed
  data-centre-entry     process            completed

# Sent back, and given up.
> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}], "plannedFrom": "2026-04-22T13:00:00+09:00",
>      "plannedTo": "2026-04-22T15:00:00+09:00", "purpose": "点検", "racks": "R12", "accompaniedBy": "infra",
>      "carriedIn": [{"item": "私物のPC", "private": true}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  data-centre-entry  process             activated  as DCE-R08-00006
  Start_Form         start event         completed
  B10                script task         completed
  B90_Start          message             awaited    withdraw, key DCE-R08-00006
  B94_Start          message             awaited    work-withdrawn, key -
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created    for iom.operator, due 2026-04-15 23:59
  ML-b5-received     mail                written    to hayashi@tax-asp.example.jp: [DCE-R08-00006] 申請を受け付けました: サーバの点検

> show findings
  findings  variable  is  ["私物の機器は持ち込めない"]

> complete B20 {"outcome": "returned", "returnReason": "私物の機器は持ち込めません"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b5-returned  mail               written    to hayashi@tax-asp.example.jp: [DCE-R08-00006] 申請を差し戻しました: サーバの点検

> complete B15 {"outcome": "withdrawn"}
  B15                 user task          completed
  G15                 exclusive gateway  completed  took いいえ
  DOC-b5-application  document           made       電算センター入退室申請書（取下げ） DCE-R08-00006 サーバの点検.pdf
  linked-refused      message            kept       until 2026-04-15 09:00
  B93                 service task       completed
  End_Withdrawn1      end event          completed
  data-centre-entry   process            completed
