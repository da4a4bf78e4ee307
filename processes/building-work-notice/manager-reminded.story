# Late, so the manager decides, too: reminded from the second business day on, not at the weekend.
process  .
people   ../demo/users.json
clock    2026-04-07 10:00 Asia/Tokyo

> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301", "days": [{"from": "2026-04-13T18:00:00+09:00", "to": "2026-04-13T20:00:00+09:00"}],
>      "purpose": "税務端末の入替え", "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "lateReason": "機器の納期が変わった",
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP", "badgeNo": "T-01"}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00001
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00001
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-08 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 端末の入替え

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-09 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 端末の入替え

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-09 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 端末の入替え

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-09 09:00
  ML-b3-approval_request  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00001] 承認をお願いします: 端末の入替え

> wait until 2026-04-13 09:00
  at              2026-04-09 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-10 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00001] 承認をお待ちしています: 端末の入替え
  at              2026-04-10 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-11 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00001] 承認をお待ちしています: 端末の入替え
  at              2026-04-11 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B45_Remind      timer              waits      until 2026-04-12 09:00
  at              2026-04-12 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B45_Remind      timer              waits      until 2026-04-13 09:00
  B45_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B45_Remind      timer              waits      until 2026-04-14 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00001] 承認をお待ちしています: 端末の入替え

> complete B45 {"outcome": "approved"}
  B45                  user task                 completed
  G46                  exclusive gateway         completed  took 承認
  G53                  exclusive gateway         completed  took いいえ
  DOC-b3-application   document                  made       庁舎内作業届 OFW-R08-00001 端末の入替え.pdf
  B49                  service task              completed
  B48                  business rule task        completed
  B50                  send task                 completed
  G52                  exclusive gateway         completed  took いいえ
  ML-b3-result         mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 届の結果: 端末の入替え
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60_Start            start event               completed
  T61                  intermediate catch event  activated  until 2026-04-13 18:00
  ML-b3-security_copy  mail                      written    to chosha-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00001] 時間外作業のお知らせ: 端末の入替え
