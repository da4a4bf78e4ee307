# Nobody reports the end, and nobody is reached by phone: the case is escalated (l), and goes on itself.
process  .
with     ../escalation
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start data-centre-entry
>     {"title": "サーバの点検", "entryKind": "single", "persons": [{"name": "上田 光", "organisation": "税務ASP",
>      "badgeNo": "T-02", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "organisation": "税務ASP",
>      "badgeNo": "T-03"}], "plannedFrom": "2026-04-08T10:00:00+09:00", "plannedTo": "2026-04-08T12:00:00+09:00",
>      "purpose": "点検", "racks": "R12", "accompaniedBy": "infra", "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
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
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b5-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: サーバの点検

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

> wait until 2026-04-08 10:00
  T61         intermediate catch event  completed
  B65         user task                 created    for infra.staff, due 2026-04-08 10:00
  B65_NoShow  timer                     waits      until 2026-04-08 12:00

> complete B65
>     {"entries": [{"name": "上田 光", "inAt": "2026-04-08T10:05:00+09:00", "cardNo": "C-01"}, {"name": "原 望",
>      "inAt": "2026-04-08T10:05:00+09:00", "cardNo": "C-02"}]}
  B65       user task  completed
  B70       user task  created    for infra.staff, due 2026-04-08 12:00
  B70_Late  timer      waits      until 2026-04-08 12:30

> wait until 2026-04-08 12:30
  B70_Late            boundary event  completed
  B71                 send task       completed
  B74                 user task       created    for iom.operator
  ML-b5-exit_missing  mail            written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 退室の記録がありません: サーバの点検

> complete B74 {"outcome": "unreachable", "calledPerson": "中村", "callNote": "出ない"}
  Start_Message  message             correlated  escalation
  B74            user task           completed
  G74            exclusive gateway   completed   took 取れない
  B74_Escalated  end event           completed
  escalation     process             activated   as ESC-R08-00001
  Start_Message  start event         completed
  L10            script task         completed
  L20            business rule task  completed
  L22            business rule task  completed
  L90_Start      message             awaited     withdraw, key ESC-R08-00001
  L92_Start      message             awaited     escalation, key DCE-R08-00001
  L95_Start      message             awaited     escalation-released, key ESC-R08-00001
  L30            send task           completed
  G31            exclusive gateway   completed   took いいえ
  G36            exclusive gateway   completed   took いいえ
  L50            user task           created     for iom.operator, iom.leader, due 2026-04-08 16:30
  L50_Next       timer               waits       until 2026-04-08 16:30
  ML-l-level     mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 終了の報告がない: サーバの点検

> complete B70
>     {"entries": [{"name": "上田 光", "inAt": "2026-04-08T10:05:00+09:00", "cardNo": "C-01", "cardReturned": true},
>      {"name": "原 望", "inAt": "2026-04-08T10:05:00+09:00", "cardNo": "C-02", "cardReturned": true}]}
  B70  user task          completed
  G72  exclusive gateway  completed  took はい
  B80  user task          created    for iom.operator, due 2026-04-09 23:59

> complete B80
  B80                  user task     completed
  B82                  service task  completed
  data_centre_entries  table         row added  DCE-R08-00001/1 {"case_no":"DCE-R08-00001","no":1,"name":"上田 光","in_at":"2026-04-08T10:05:00+09:00","card_no":"C-01","card_returned":true}
  data_centre_entries  table         row added  DCE-R08-00001/2 {"case_no":"DCE-R08-00001","no":2,"name":"原 望","in_at":"2026-04-08T10:05:00+09:00","card_no":"C-02","card_returned":true}
  DOC-b5-result        document      made       電算センター 入退室記録 DCE-R08-00001 サーバの点検.pdf
  B89                  service task  completed
  DOC-b5-result        document      made       入退室記録 DCE-R08-00001 サーバの点検.xlsx
  B99                  service task  completed
  End_Completed        end event     completed
  data-centre-entry    process       completed
