# Not needed, late, left lying, rejected, withdrawn, nobody came.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

# Inside 8:30–17:00 of an open day no notice is needed: returned with that remark, and withdrawn.
> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-15T10:00:00+09:00", "to": "2026-04-15T16:00:00+09:00"}], "purpose": "税務端末の入替え",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00001
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00001
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-07 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 端末の入替え

> show findings
  findings  variable  is  ["すべて開庁日の8時30分から17時までの作業なので、届は要らない"]

> complete B20 {"outcome": "returned", "returnReason": "開庁日の時間内の作業なので届は要りません"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b3-returned  mail               written    to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を差し戻しました: 端末の入替え

> complete B15 {"outcome": "withdrawn"}
  B15                   user task          completed
  G15                   exclusive gateway  completed  took いいえ
  DOC-b3-application    document           made       庁舎内作業届（取下げ） OFW-R08-00001 端末の入替え.pdf
  linked-refused        message            kept       until 2026-04-07 10:00
  B93                   service task       completed
  End_Withdrawn1        end event          completed
  building-work-notice  process            completed

# On the Monday it is late for Saturday: a reason, and the manager.
> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-11T10:00:00+09:00", "to": "2026-04-11T16:00:00+09:00"}], "purpose": "税務端末の入替え",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00002
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00002
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-07 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00002] 申請を受け付けました: 端末の入替え

> show findings
  findings  variable  is  ["1週間前を過ぎた理由がない"]

> complete B20 {"outcome": "returned", "returnReason": "遅れた理由を書いてください"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b3-returned  mail               written    to hayashi@tax-asp.example.jp: [OFW-R08-00002] 申請を差し戻しました: 端末の入替え

> complete B15 {"outcome": "resubmitted", "lateReason": "機器の納期が変わった"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-07 23:59

> show findings
  findings  variable  is  ["1週間前を過ぎた届"]

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-08 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00002] 承認をお願いします: 端末の入替え

# The section's staff let it lie: reminders after two business days.
> wait until 2026-04-08 09:00
  linked-refused  message            expired
  B38_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B38_Remind      timer              waits      until 2026-04-09 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00002] 承認をお待ちしています: 端末の入替え

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-10 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00002] 承認をお願いします: 端末の入替え

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-10 09:00
  ML-b3-approval_request  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00002] 承認をお願いします: 端末の入替え

> complete B45 {"outcome": "rejected", "rejectReason": "選挙の期日前投票と重なる"}
  B45                   user task          completed
  G46                   exclusive gateway  completed  took 却下
  B51                   send task          completed
  ML-b3-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00002] 申請の結果: 端末の入替え
  DOC-b3-application    document           made       庁舎内作業届 OFW-R08-00002 端末の入替え.pdf
  linked-refused        message            kept       until 2026-04-09 09:00
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 却下
  End_Rejected          end event          completed
  building-work-notice  process            completed

# Returned by the staff, withdrawn by the applicant.
> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-18T10:00:00+09:00", "to": "2026-04-18T16:00:00+09:00"}], "purpose": "税務端末の入替え",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00003
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00003
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00003] 申請を受け付けました: 端末の入替え

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-10 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00003] 承認をお願いします: 端末の入替え

> complete B38 {"outcome": "returned", "returnReason": "部屋の番号が違う"}
  B38             user task          completed
  G38             exclusive gateway  completed  took いいえ
  G46             exclusive gateway  completed  took 差戻し
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b3-returned  mail               written    to hayashi@tax-asp.example.jp: [OFW-R08-00003] 申請を差し戻しました: 端末の入替え

> complete B15 {"outcome": "resubmitted", "room": "302"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-09 23:59

> publish withdraw key OFW-R08-00003 {"withdrawReason": "中止になった"}
  B90_Start             message            correlated  withdraw
  B20                   user task          terminated
  B90                   event sub process  activated
  B90_Start             start event        completed
  B91                   send task          completed
  ML-b3-withdrawn       mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00003] 取り下げられました: 端末の入替え
  DOC-b3-application    document           made        庁舎内作業届（取下げ） OFW-R08-00003 端末の入替え.pdf
  linked-refused        message            kept        until 2026-04-09 09:00
  B92                   service task       completed
  End_Withdrawn         end event          completed
  B90                   event sub process  completed
  building-work-notice  process            completed

# Nobody came on the only day.
> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-18T10:00:00+09:00", "to": "2026-04-18T16:00:00+09:00"}], "purpose": "税務端末の入替え",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00004
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00004
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-09 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00004] 申請を受け付けました: 端末の入替え

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-10 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00004] 承認をお願いします: 端末の入替え

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-10 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00004] 承認をお願いします: 端末の入替え

> complete B40 {"outcome": "approved_with_conditions", "conditions": "台車を使わない"}
  B40                  user task                 completed
  G44                  exclusive gateway         completed  took いいえ
  G46                  exclusive gateway         completed  took 承認
  G53                  exclusive gateway         completed  took いいえ
  DOC-b3-application   document                  made       庁舎内作業届 OFW-R08-00004 端末の入替え.pdf
  B49                  service task              completed
  B48                  business rule task        completed
  B50                  send task                 completed
  G52                  exclusive gateway         completed  took いいえ
  ML-b3-result         mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00004] 届の結果: 端末の入替え
  B52                  send task                 completed
  B60                  multi instance body       activated
  B60                  sub process               activated
  B60_Start            start event               completed
  T61                  intermediate catch event  activated  until 2026-04-18 10:00
  ML-b3-security_copy  mail                      written    to chosha-kanri@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00004] 時間外作業のお知らせ: 端末の入替え

> wait until 2026-04-18 16:00
  at                    2026-04-18 10:00
  linked-refused        message                   expired
  linked-refused        message                   expired
  T61                   intermediate catch event  completed
  B65                   user task                 created     for joint_asp/SYS-46.staff, due 2026-04-18 10:00
  B65_NoShow            timer                     waits       until 2026-04-18 16:00
  B65                   user task                 terminated
  B65_NoShow            boundary event            completed
  B66                   send task                 completed
  B66_End               end event                 completed
  B60                   sub process               completed
  B60                   multi instance body       completed
  ML-b3-no_show         mail                      written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00004] 到着の報告がありませんでした: 端末の入替え
  DOC-b3-result         document                  made        庁舎内作業 実施報告書 OFW-R08-00004 端末の入替え.pdf
  B89                   service task              completed
  G78                   exclusive gateway         completed   took いいえ
  End_NoShow            end event                 completed
  building-work-notice  process                   completed

# Approved only after the day had passed.
> start building-work-notice
>     {"title": "端末の入替え", "building": "総合庁舎", "floor": "3", "room": "301",
>      "days": [{"from": "2026-04-25T10:00:00+09:00", "to": "2026-04-25T16:00:00+09:00"}], "purpose": "税務端末の入替え",
>      "responsibleName": "林 拓也", "responsibleOrganisation": "税務ASP", "workers": [{"name": "林 拓也",
>      "organisation": "税務ASP", "badgeNo": "T-01"}], "carriedIn": [{"item": "端末", "quantity": 5}],
>      "facilities": ["lights", "lift"], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  building-work-notice  process             activated  as OFW-R08-00005
  Start_Form            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited    withdraw, key OFW-R08-00005
  B94_Start             message             awaited    work-withdrawn, key -
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created    for iom.operator, due 2026-04-20 23:59
  ML-b3-received        mail                written    to hayashi@tax-asp.example.jp: [OFW-R08-00005] 申請を受け付けました: 端末の入替え

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  B39                     send task           completed
  B38                     user task           created    for ward_is.staff
  B38_Remind              timer               waits      until 2026-04-21 09:00
  ML-b3-approval_request  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OFW-R08-00005] 承認をお願いします: 端末の入替え

> complete B38 {"outcome": "approved"}
  B38                     user task          completed
  G38                     exclusive gateway  completed  took はい
  B43                     send task          completed
  B40                     user task          created    for ward_is.chief
  B40_Remind              timer              waits      until 2026-04-21 09:00
  ML-b3-approval_request  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00005] 承認をお願いします: 端末の入替え

> wait until 2026-04-27 09:00
  at              2026-04-21 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-22 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00005] 承認をお待ちしています: 端末の入替え
  at              2026-04-22 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-23 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00005] 承認をお待ちしています: 端末の入替え
  at              2026-04-23 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-24 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to takahashi.susumu@ward.example.jp: [OFW-R08-00005] 承認をお待ちしています: 端末の入替え
  at              2026-04-24 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-25 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [OFW-R08-00005] 承認をお待ちしています: 端末の入替え
  at              2026-04-25 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-04-26 09:00
  at              2026-04-26 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-04-27 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-28 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b3-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [OFW-R08-00005] 承認をお待ちしています: 端末の入替え

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-30 09:00
  ML-b3-approval_request  mail               written    to yamada.taro@ward.example.jp: [OFW-R08-00005] 承認をお願いします: 端末の入替え

> complete B45 {"outcome": "approved"}
  B45                   user task          completed
  G46                   exclusive gateway  completed  took 承認
  G53                   exclusive gateway  completed  took はい
  B51                   send task          completed
  ML-b3-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OFW-R08-00005] 申請の結果: 端末の入替え
  DOC-b3-application    document           made       庁舎内作業届 OFW-R08-00005 端末の入替え.pdf
  linked-refused        message            kept       until 2026-04-28 09:00
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 期限切れ
  End_Expired           end event          completed
  building-work-notice  process            completed
