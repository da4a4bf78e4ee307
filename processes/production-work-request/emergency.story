# 緊急の作業: the ward agrees by phone, the work is done, users were affected (an incident begins by itself), and the whole route follows afterwards (事後承認).
process  .
with     ../incident
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "税額計算バッチの再実行", "workKind": "batch_rerun", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-02T10:30:00+09:00", "plannedTo": "2026-04-02T11:30:00+09:00",
>      "departments": ["税務課"], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}, "emergency": true,
>      "incidentNo": "INC-R08-00001", "dataTouched": "personal"}
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 税額計算バッチの再実行
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
  B20                      user task           created    for iom.leader, due 2026-04-03 23:59

> show findings
  findings  variable  is  ["個人情報を扱う作業の作業者が2名に満たない"]

> complete B20 {"outcome": "accepted"}
  B20  user task          completed
  G25  exclusive gateway  completed  took 緊急
  B22  user task          created    for iom.leader

> complete B22
>     {"outcome": "agreed", "agreedBy": "田中", "agreedAt": "2026-04-02T10:10:00+09:00", "phoneNote": "P1 のため直ちに行う"}
  B22       user task                 completed
  G22       exclusive gateway         completed  took はい
  L23       intermediate throw event  completed
  L60       intermediate catch event  completed
  B65       user task                 created    for joint_asp/SYS-46.staff, due 2026-04-02 10:30
  B65_Late  timer                     waits      until 2026-04-02 10:45

> complete B65 {"startedAt": "2026-04-02T10:31:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-02 11:30
  B70_Late     timer      waits      until 2026-04-02 12:00
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 税額計算バッチの再実行

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-02T11:00:00+09:00", "workLog": "再実行した"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-03 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 税額計算バッチの再実行

> complete B80 {"outcome": "confirmed", "usersAffected": true, "deviation": true, "deviationText": "画面が3分止まった"}
  B80            user task                 completed
  G80            exclusive gateway         completed   took はい
  DOC-b2-result  document                  made        作業結果報告書 PRD-R08-00001 税額計算バッチの再実行.pdf
  Start_Report   message                   correlated  incident-report
  B89            service task              completed
  G81            exclusive gateway         completed   took はい
  B82            send task                 completed
  G83            exclusive gateway         completed   took はい
  L84            intermediate throw event  completed
  L29            intermediate catch event  completed
  B30            business rule task        completed
  G32            exclusive gateway         completed   took はい
  B36            multi instance body       activated
  B36            user task                 created     for ward_dept/税務課.manager
  incident       process                   activated   as INC-R08-00001
  Start_Report   start event               completed
  A10            script task               completed
  A20_Start      message                   awaited     alert, key -
  A25_Start      message                   awaited     alert-recovered, key -
  A160_Start     message                   awaited     withdraw, key INC-R08-00001
  A12            send task                 completed
  G11            exclusive gateway         completed   took いいえ
  A30            business rule task        completed
  G30            exclusive gateway         completed   took 統合運用
  A37            business rule task        completed
  A38            business rule task        completed
  G38            exclusive gateway         completed   took はい
  A40            user task                 created     for iom.operator, due 2026-04-02 14:00
  A40_Warn       timer                     waits       until 2026-04-02 12:00
  A40_Late       timer                     waits       until 2026-04-02 14:00
  ML-a-received  mail                      written     to hayashi@tax-asp.example.jp: [INC-R08-00001] 受付しました: 本番作業の影響: 税額計算バッチの再実行

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief, due 2026-04-06 23:59
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 税額計算バッチの再実行

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager, due 2026-04-06 23:59
  B45_Remind              timer              waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 税額計算バッチの再実行

> complete B45 {"outcome": "approved"}
  B45                      user task                 completed
  G46                      exclusive gateway         completed  took 承認
  G53                      exclusive gateway         completed  took 実施済み
  B57                      send task                 completed
  ML-b2-after_approved     mail                      written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 事後承認の結果: 税額計算バッチの再実行
  DOC-b2-application       document                  made       本番環境作業依頼申請書 PRD-R08-00001 税額計算バッチの再実行.pdf
  B61                      service task              completed
  L58                      intermediate throw event  completed
  L85                      intermediate catch event  completed
  G85                      exclusive gateway         completed  took はい
  End_Completed            end event                 completed
  production-work-request  process                   completed

# Another one is not agreed on by phone, goes the usual way, and needs no approval afterwards.
> start production-work-request
>     {"title": "再々実行", "workKind": "batch_rerun", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-02T10:30:00+09:00", "plannedTo": "2026-04-02T11:30:00+09:00",
>      "departments": ["税務課"], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}, "emergency": true,
>      "incidentNo": "INC-R08-00001", "dataTouched": "none"}
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00002] 申請を受け付けました: 再々実行
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
  B20                      user task           created    for iom.leader, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted"}
  B20  user task          completed
  G25  exclusive gateway  completed  took 緊急
  B22  user task          created    for iom.leader

> complete B22 {"outcome": "refused", "phoneNote": "P3 なので通常の手続で"}
  B22  user task            completed
  G22  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> show route
  route  variable  is  {"manager":true,"reason":"凍結期間に当たる"}

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00002] 承認をお願いします: 再々実行

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail               written    to yamada.taro@ward.example.jp: [PRD-R08-00002] 承認をお願いします: 再々実行

# The year changes in these days: the manager, too.
> complete B45 {"outcome": "approved"}
  B45                 user task                 completed
  G46                 exclusive gateway         completed  took 承認
  G53                 exclusive gateway         completed  took これから
  DOC-b2-application  document                  made       本番環境作業依頼申請書 PRD-R08-00002 再々実行.pdf
  B49                 service task              completed
  B50                 send task                 completed
  G54                 exclusive gateway         completed  took いいえ
  T55                 intermediate catch event  activated  until 2026-04-01 09:00
  ML-b2-result        mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 申請の結果: 再々実行
  T55                 intermediate catch event  completed
  B56                 send task                 completed
  T58                 intermediate catch event  activated  until 2026-04-02 10:30
  ML-b2-day_before    mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 明日の作業: 再々実行

> wait until 2026-04-02 10:30
  T58       intermediate catch event  completed
  B65       user task                 created    for joint_asp/SYS-46.staff, due 2026-04-02 10:30
  B65_Late  timer                     waits      until 2026-04-02 10:45

> complete B65 {"startedAt": "2026-04-02T10:30:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-02 11:30
  B70_Late     timer      waits      until 2026-04-02 12:00
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 作業を始めました: 再々実行

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-02T11:00:00+09:00", "workLog": "実行した"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-03 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00002] 作業を終えました: 再々実行

> complete B80 {"outcome": "confirmed"}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00002 再々実行.pdf
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took はい
  End_Completed            end event          completed
  production-work-request  process            completed
