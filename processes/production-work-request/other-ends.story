# The other ways an application ends, and what becomes of one that is left lying.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

# 主管課 disagrees: back to the applicant, who gives up.
> start production-work-request
>     {"title": "税務システムの設定変更", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "departments": ["税務課"], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 税務システムの設定変更
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

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "disagreed", "opinion": "納税通知の発送と重なる"}
  B36             user task            completed
  G37             exclusive gateway    completed  took いいえ
  G46             exclusive gateway    completed  took 差戻し
  B36             multi instance body  completed
  B17             send task            completed
  B15             user task            created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail                 written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 税務システムの設定変更

> complete B15 {"outcome": "withdrawn"}
  B15                      user task          completed
  G15                      exclusive gateway  completed  took いいえ
  DOC-b2-application       document           made       本番環境作業依頼申請書（取下げ） PRD-R08-00001 税務システムの設定変更.pdf
  work-withdrawn           message            kept       until 2026-04-03 10:00
  B63                      service task       completed
  End_Withdrawn1           end event          completed
  production-work-request  process            completed

# Disagreed once, agreed the second time: the old answer counts no more. Data correction: the manager, too; who rejects.
> start production-work-request
>     {"title": "税務システムの設定変更", "workKind": "data_correction", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "departments": ["税務課"], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を受け付けました: 税務システムの設定変更
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

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "disagreed", "opinion": "対象の件数を示すこと"}
  B36             user task            completed
  G37             exclusive gateway    completed  took いいえ
  G46             exclusive gateway    completed  took 差戻し
  B36             multi instance body  completed
  B17             send task            completed
  B15             user task            created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail                 written    to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を差し戻しました: 税務システムの設定変更

> complete B15 {"outcome": "resubmitted", "description": "3件を直す"}
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
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00002] 承認をお願いします: 税務システムの設定変更

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00002] 承認をお願いします: 税務システムの設定変更

> complete B45 {"outcome": "rejected", "rejectReason": "次の版で直す"}
  B45                      user task          completed
  G46                      exclusive gateway  completed  took 却下
  B51                      send task          completed
  ML-b2-result_refused     mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 申請の結果: 税務システムの設定変更
  DOC-b2-application       document           made       本番環境作業依頼申請書 PRD-R08-00002 税務システムの設定変更.pdf
  work-withdrawn           message            kept       until 2026-04-03 10:00
  B59                      service task       completed
  G51                      exclusive gateway  completed  took 却下
  End_Rejected             end event          completed
  production-work-request  process            completed

# An application that a linked one holds up.
> start production-work-request
>     {"title": "税務システムの設定変更", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "departments": [], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}, "needsEntry": true}
  production-work-request    process             activated  as PRD-R08-00003
  Start_Form                 start event         completed
  B10                        script task         completed
  B90_Start                  message             awaited    withdraw, key PRD-R08-00003
  B86_Start                  message             awaited    linked-approved, key PRD-R08-00003
  B97_Start                  message             awaited    linked-refused, key PRD-R08-00003
  B94_Start                  message             awaited    work-stop, key PRD-R08-00003
  B12                        send task           completed
  B13                        call activity       activated
  work-calendar              process             activated
  Start_Called               start event         completed
  ML-b2-received             mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00003] 申請を受け付けました: 税務システムの設定変更
  request-data-centre-entry  message             kept       until 2026-04-03 10:00
  W10                        service task        completed
  W20                        script task         completed
  W30                        business rule task  completed
  End_Answered               end event           completed
  work-calendar              process             completed
  B13                        call activity       completed
  G13                        exclusive gateway   completed  took いいえ
  G14                        inclusive gateway   completed  took 入室
  B33                        send task           completed
  G16                        inclusive gateway   completed
  B18                        business rule task  completed
  B20                        user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00003] 承認をお願いします: 税務システムの設定変更

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took これから
  DOC-b2-application  document           made       本番環境作業依頼申請書 PRD-R08-00003 税務システムの設定変更.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-14 09:00
  ML-b2-result        mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00003] 申請の結果: 税務システムの設定変更

> complete B54 {"outcome": "refused", "rejectReason": "入室が承認されなかった"}
  B54                      user task          completed
  G56                      exclusive gateway  completed  took いいえ
  work-withdrawn           message            kept       until 2026-04-03 10:00
  B58                      send task          completed
  End_Rejected2            end event          completed
  production-work-request  process            completed
  ML-b2-result_refused     mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00003] 申請の結果: 税務システムの設定変更

# Work stopped by the vendor itself.
> start production-work-request
>     {"title": "停止の例", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00004] 申請を受け付けました: 停止の例
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

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00004] 承認をお願いします: 停止の例

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00004 停止の例.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-14 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 申請の結果: 停止の例

> wait until 2026-04-15 18:00
  at                         2026-04-14 09:00
  work-withdrawn             message                   expired
  work-withdrawn             message                   expired
  request-data-centre-entry  message                   expired
  work-withdrawn             message                   expired
  T55                        intermediate catch event  completed
  B56                        send task                 completed
  T58                        intermediate catch event  activated  until 2026-04-15 18:00
  ML-b2-day_before           mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 明日の作業: 停止の例
  T58                        intermediate catch event  completed
  B65                        user task                 created    for joint_asp/SYS-46.staff, due 2026-04-15 18:00
  B65_Late                   timer                     waits      until 2026-04-15 18:15

> complete B65 {"startedAt": "2026-04-15T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-15 20:00
  B70_Late     timer      waits      until 2026-04-15 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 作業を始めました: 停止の例

> complete B70 {"outcome": "extended", "requestedEnd": "2026-04-15T23:00:00+09:00", "extensionReason": "遅い"}
  B70  user task          completed
  G73  exclusive gateway  completed  took はい
  B75  user task          created    for ward_is.staff

> complete B75 {"outcome": "rejected", "extensionNote": "夜間バッチと重なる"}
  B75       user task    completed
  B76       script task  completed
  B70       user task    created    for joint_asp/SYS-46.staff, due 2026-04-15 20:00
  B70_Late  timer        waits      until 2026-04-15 20:30

> complete B70
>     {"outcome": "stopped", "finishedAt": "2026-04-15T19:00:00+09:00", "workLog": "元に戻した", "stopReason": "時間が足りない"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-16 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00004] 作業を終えました: 停止の例

> complete B80 {"outcome": "confirmed"}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00004 停止の例.pdf
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took いいえ
  End_Stopped              end event          completed
  production-work-request  process            completed
