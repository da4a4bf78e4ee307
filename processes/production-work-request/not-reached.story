# Nobody reports the end, and nobody is reached by phone: the case is escalated (l), and goes on itself.
process  .
with     ../escalation
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "税務システムの設定変更", "workKind": "configuration", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
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
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 税務システムの設定変更

> complete B40 {"outcome": "approved"}
  B40                 user task                 completed
  G44                 exclusive gateway         completed  took いいえ
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00001 税務システムの設定変更.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-14 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 税務システムの設定変更

> wait until 2026-04-15 18:00
  at                2026-04-14 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-04-15 18:00
  ML-b2-day_before  mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 明日の作業: 税務システムの設定変更
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-04-15 18:00
  B65_Late          timer                     waits      until 2026-04-15 18:15

> complete B65 {"startedAt": "2026-04-15T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-15 20:00
  B70_Late     timer      waits      until 2026-04-15 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 税務システムの設定変更

> wait until 2026-04-15 20:30
  B70_Late           boundary event  completed
  B71                send task       completed
  B74                user task       created    for iom.operator
  ML-b2-end_missing  mail            written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [PRD-R08-00001] 作業終了の報告がありません: 税務システムの設定変更

> complete B74 {"outcome": "unreachable", "calledPerson": "林", "callNote": "出ない"}
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
  L92_Start      message             awaited     escalation, key PRD-R08-00001
  L95_Start      message             awaited     escalation-released, key ESC-R08-00001
  L30            send task           completed
  G31            exclusive gateway   completed   took いいえ
  G36            exclusive gateway   completed   took いいえ
  L50            user task           created     for iom.operator, iom.leader, due 2026-04-16 12:30
  L50_Next       timer               waits       until 2026-04-16 12:30
  ML-l-level     mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 終了の報告がない: 税務システムの設定変更

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-15T20:40:00+09:00", "workLog": "改めた"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-16 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 税務システムの設定変更

> complete B80 {"outcome": "confirmed"}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00001 税務システムの設定変更.pdf
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took はい
  End_Completed            end event          completed
  production-work-request  process            completed
