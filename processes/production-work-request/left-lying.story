# Deadlines: 3 business days before the work, reminders after two business days, the next post after five, the planned date over; withdrawing and stopping.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "遅れた申請", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-06T18:00:00+09:00", "plannedTo": "2026-04-06T20:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00001
  B86_Start                message             awaited    linked-approved, key PRD-R08-00001
  B97_Start                message             awaited    linked-refused, key PRD-R08-00001
  B94_Start                message             awaited    work-stop, key PRD-R08-00001
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 遅れた申請
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-03 23:59

> show findings
  findings  variable  is  []

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 遅れた申請

> show route
  route  variable  is  {"manager":true,"reason":"3営業日前を過ぎた申請"}

> wait until 2026-04-09 09:00
  at              2026-04-06 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-07 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 遅れた申請
  at              2026-04-07 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-08 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 遅れた申請
  at              2026-04-08 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-09 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 遅れた申請
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-10 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお待ちしています: 遅れた申請

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-13 09:00
  ML-b2-approval_request  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 遅れた申請

# The manager is asked, too; the planned date has passed meanwhile.
> complete B45 {"outcome": "approved"}
  B45                      user task          completed
  G46                      exclusive gateway  completed  took 承認
  G53                      exclusive gateway  completed  took 期限切れ
  B51                      send task          completed
  ML-b2-result_refused     mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 遅れた申請
  DOC-b2-application       document           made       本番環境作業依頼申請書 PRD-R08-00001 遅れた申請.pdf
  work-withdrawn           message            kept       until 2026-04-10 09:00
  B59                      service task       completed
  G51                      exclusive gateway  completed  took 期限切れ
  End_Expired              end event          completed
  production-work-request  process            completed

# The applicant withdraws before the work.
> start production-work-request
>     {"title": "取下げ", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T20:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00002
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00002
  B86_Start                message             awaited    linked-approved, key PRD-R08-00002
  B97_Start                message             awaited    linked-refused, key PRD-R08-00002
  B94_Start                message             awaited    work-stop, key PRD-R08-00002
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を受け付けました: 取下げ
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-10 23:59

> publish withdraw key PRD-R08-00002 {"withdrawReason": "不要になった"}
  B90_Start                message            correlated  withdraw
  B20                      user task          terminated
  B90                      event sub process  activated
  B90_Start                start event        completed
  G90                      exclusive gateway  completed   took いいえ
  B91                      send task          completed
  ML-b2-withdrawn          mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 取り下げられました: 取下げ
  DOC-b2-application       document           made        本番環境作業依頼申請書（取下げ） PRD-R08-00002 取下げ.pdf
  work-withdrawn           message            kept        until 2026-04-10 09:00
  B62                      service task       completed
  End_Withdrawn            end event          completed
  B90                      event sub process  completed
  production-work-request  process            completed

# Withdrawing while the work goes on is stopping it.
> start production-work-request
>     {"title": "作業中の取下げ", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00003
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00003
  B86_Start                message             awaited    linked-approved, key PRD-R08-00003
  B97_Start                message             awaited    linked-refused, key PRD-R08-00003
  B94_Start                message             awaited    work-stop, key PRD-R08-00003
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00003] 申請を受け付けました: 作業中の取下げ
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-10 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-13 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお願いします: 作業中の取下げ

> wait until 2026-04-16 09:00
  at              2026-04-13 09:00
  work-withdrawn  message            expired
  work-withdrawn  message            expired
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-14 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお待ちしています: 作業中の取下げ
  at              2026-04-14 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-15 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお待ちしています: 作業中の取下げ
  at              2026-04-15 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-16 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお待ちしています: 作業中の取下げ
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-17 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [PRD-R08-00003] 承認をお待ちしています: 作業中の取下げ

> complete B40 {"outcome": "returned", "returnReason": "日時を改める"}
  B40             user task          completed
  G44             exclusive gateway  completed  took いいえ
  G46             exclusive gateway  completed  took 差戻し
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail               written    to hayashi@tax-asp.example.jp: [PRD-R08-00003] 申請を差し戻しました: 作業中の取下げ

> complete B15 {"outcome": "resubmitted", "plannedFrom": "2026-04-22T18:00:00+09:00", "plannedTo": "2026-04-22T20:00:00+09:00"}
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
  B20            user task           created    for iom.operator, due 2026-04-17 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-20 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお願いします: 作業中の取下げ

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00003 作業中の取下げ.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-21 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00003] 申請の結果: 作業中の取下げ

> wait until 2026-04-22 18:00
  at                2026-04-21 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-04-22 18:00
  ML-b2-day_before  mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00003] 明日の作業: 作業中の取下げ
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-04-22 18:00
  B65_Late          timer                     waits      until 2026-04-22 18:15

> complete B65 {"startedAt": "2026-04-22T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-22 20:00
  B70_Late     timer      waits      until 2026-04-22 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00003] 作業を始めました: 作業中の取下げ

> publish withdraw key PRD-R08-00003
  B90_Start  message            correlated  withdraw
  B70        user task          terminated
  B90        event sub process  activated
  B90_Start  start event        completed
  G90        exclusive gateway  completed   took はい
  B92        user task          created     for joint_asp/SYS-46.staff

> complete B92 {"finishedAt": "2026-04-22T18:20:00+09:00", "workLog": "元に戻した"}
  B92                      user task          completed
  B93                      send task          completed
  End_Stopped2             end event          completed
  B90                      event sub process  completed
  production-work-request  process            completed
  ML-b2-stopped            mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, takahashi.susumu@ward.example.jp: [PRD-R08-00003] 作業を中止しました: 作業中の取下げ

# The section stops a work.
> start production-work-request
>     {"title": "中止の指示", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-05-13T18:00:00+09:00", "plannedTo": "2026-05-13T20:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  production-work-request  process             activated  as PRD-R08-00004
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00004
  B86_Start                message             awaited    linked-approved, key PRD-R08-00004
  B97_Start                message             awaited    linked-refused, key PRD-R08-00004
  B94_Start                message             awaited    work-stop, key PRD-R08-00004
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00004] 申請を受け付けました: 中止の指示
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-23 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-24 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00004] 承認をお願いします: 中止の指示

# The chief is reminded on Friday, not over the weekend, and again on Monday.
> wait until 2026-04-27 09:00
  at              2026-04-24 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-25 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00004] 承認をお待ちしています: 中止の指示
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
  ML-b2-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PRD-R08-00004] 承認をお待ちしています: 中止の指示

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00004 中止の指示.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-05-12 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 申請の結果: 中止の指示

> wait until 2026-05-13 18:00
  at                2026-05-12 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-05-13 18:00
  ML-b2-day_before  mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 明日の作業: 中止の指示
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-05-13 18:00
  B65_Late          timer                     waits      until 2026-05-13 18:15

> complete B65 {"startedAt": "2026-05-13T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-05-13 20:00
  B70_Late     timer      waits      until 2026-05-13 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 作業を始めました: 中止の指示

> publish work-stop key PRD-R08-00004 {"stopReason": "障害が起きている"}
  B94_Start  message            correlated  work-stop
  B70        user task          terminated
  B94        event sub process  activated
  B94_Start  start event        completed
  B95        user task          created     for joint_asp/SYS-46.staff

> complete B95 {"finishedAt": "2026-05-13T18:10:00+09:00", "workLog": "元に戻した"}
  B95                      user task          completed
  B96                      send task          completed
  End_Stopped3             end event          completed
  B94                      event sub process  completed
  production-work-request  process            completed
  ML-b2-stopped            mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, takahashi.susumu@ward.example.jp: [PRD-R08-00004] 作業を中止しました: 中止の指示
