# Saturday 11 and Sunday 12 April: handed in on Friday 3 April, one week before, since the 4th is a closed day. Nobody comes on the Sunday.
# The work in production that it belongs to (not in this story) is told that it was approved.
process  .
people   ../demo/users.json
clock    2026-04-03 16:00 Asia/Tokyo

> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-11T10:00:00+09:00", "to": "2026-04-11T16:00:00+09:00"},
>      {"from": "2026-04-12T10:00:00+09:00", "to": "2026-04-12T16:00:00+09:00"}], "purpose": "税務端末の入替え", "relatedCase": "PRD-R08-00031",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00001
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00001
  B94_Start             message             awaited    work-withdrawn, key PRD-R08-00031
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-06 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 端末の入替え

> show findings plannedFrom
  findings     variable  is  []
  plannedFrom  variable  is  "2026-04-11T10:00:00+09:00"

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-07 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 端末の入替え

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-07 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 端末の入替え

> show route
  route  variable  is  {"manager":false,"reason":"通常"}

> complete B40 {"outcome": "approved"}
  B40                  user task                 completed
  G44                  exclusive gateway         completed  took いいえ
  G46                  exclusive gateway         completed  took 承認
  G53                  exclusive gateway         completed  took いいえ
  DOC-b3-application   document                  made       庁舎内作業届 OFW-R08-00001 端末の入替え.pdf
  B49                  service task              completed
  B48                  business rule task        completed
  linked-approved      message                   kept       until 2026-04-04 16:00
  B50                  send task                 completed
  G52                  exclusive gateway         completed  took はい
  B53                  intermediate throw event  completed
  ML-b3-result         mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 届の結果: 端末の入替え
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60                  sub process               activated
  B60_Start            start event               completed
  B60_Start            start event               completed
  T61                  intermediate catch event  activated  until 2026-04-11 10:00
  T61                  intermediate catch event  activated  until 2026-04-12 10:00
  ML-b3-security_copy  mail                      written    to chosha-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 時間外作業のお知らせ: 端末の入替え

> wait until 2026-04-11 10:00
  linked-approved  message                   expired
  T61              intermediate catch event  completed
  B65              user task                 created    for joint_asp/SYS-46.staff, due 2026-04-11 10:00
  B65_NoShow       timer                     waits      until 2026-04-11 16:00

> complete B65 {"arrivedAt": "2026-04-11T09:55:00+09:00"}
  B65       user task  completed
  B70       user task  created    for joint_asp/SYS-46.staff, due 2026-04-11 16:00
  B70_Late  timer      waits      until 2026-04-11 16:30

# No report of leaving thirty minutes after the end.
> wait until 2026-04-11 16:30
  B70_Late           boundary event  completed
  B71                send task       completed
  B74                user task       created    for iom.operator
  ML-b3-end_missing  mail            written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 退出の報告がありません: 端末の入替え

> complete B74 {"outcome": "reached", "calledPerson": "林", "callNote": "片付けの最中"}
  B74      user task          completed
  G74      exclusive gateway  completed  took 取れた
  B74_End  end event          completed

> complete B70 {"leftAt": "2026-04-11T16:50:00+09:00", "workLog": "5台を入れ替えた", "locked": true}
  B70      user task    completed
  B70_End  end event    completed
  B60      sub process  completed

> wait until 2026-04-12 16:00
  at                    2026-04-12 10:00
  T61                   intermediate catch event  completed
  B65                   user task                 created     for joint_asp/SYS-46.staff, due 2026-04-12 10:00
  B65_NoShow            timer                     waits       until 2026-04-12 16:00
  B65                   user task                 terminated
  B65_NoShow            boundary event            completed
  B66                   send task                 completed
  B66_End               end event                 completed
  B60                   sub process               completed
  B60                   multi instance body       completed
  ML-b3-no_show         mail                      written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 到着の報告がありませんでした: 端末の入替え
  DOC-b3-result         document                  made        庁舎内作業 実施報告書 OFW-R08-00001 端末の入替え.pdf
  B89                   service task              completed
  G78                   exclusive gateway         completed   took はい
  End_Completed         end event                 completed
  building-work-notice  process                   completed

> show attendance
  attendance  variable  is  [{"from":"2026-04-11T10:00:00+09:00","to":"2026-04-11T16:00:00+09:00","arrivedAt":"2026-04-11T09:55:00+09:00","leftAt":"2026-04-11T16:50:00+09:00"},{"from":"2026-04-12T10:00:00+09:00","to":"2026-04-12T16:00:00+09:00","arrivedAt":null,"leftAt":null}]
