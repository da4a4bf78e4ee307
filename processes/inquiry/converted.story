# An inquiry that is something else: the desk opens the right case with what was asked, and the asker gets its number.
process  .
with     ../work-calendar
with     ../incident
with     ../infra-work-request
with     ../production-work-request
with     ../building-work-notice
with     ../reference-data
with     ../user-id-request
with     ../data-centre-entry
with     ../maintenance-notice
with     ../change-release
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> start inquiry
>     {"title": "画面が固まる", "question": "税務の画面が9時から固まります", "systems": ["SYS-46"],
>      "requester": {"name": "伊藤 彰", "party": "ward_dept/税務課", "mail": "ito.akira@ward.example.jp"}}
  inquiry        process             activated  as INQ-R08-00001
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00001
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to ito.akira@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 画面が固まる

> complete F30 {"outcome": "converted", "convertTo": "incident"}
  Start_Report    message             correlated  incident-report
  F30             user task           completed
  G30             exclusive gateway   completed   took いいえ
  G34             exclusive gateway   completed   took いいえ
  F36             send task           completed
  incident        process             activated   as INC-R08-00001
  Start_Report    start event         completed
  A10             script task         completed
  A20_Start       message             awaited     alert, key -
  A25_Start       message             awaited     alert-recovered, key -
  A160_Start      message             awaited     withdraw, key INC-R08-00001
  A12             send task           completed
  G11             exclusive gateway   completed   took いいえ
  A30             business rule task  completed
  G30             exclusive gateway   completed   took 統合運用
  A37             business rule task  completed
  A38             business rule task  completed
  G38             exclusive gateway   completed   took はい
  A40             user task           created     for iom.operator, due 2026-04-06 14:00
  A40_Warn        timer               waits       until 2026-04-06 12:00
  A40_Late        timer               waits       until 2026-04-06 14:00
  ML-a-received   mail                written     to ito.akira@ward.example.jp: [INC-R08-00001] 受付しました: 画面が固まる
  F37             service task        completed
  F35             send task           completed
  End_Converted   end event           completed
  inquiry         process             completed
  ML-f-converted  mail                written     to ito.akira@ward.example.jp: [INQ-R08-00001] 別の手続で扱います: 画面が固まる

> show convertedCaseNo of INQ-R08-00001
  convertedCaseNo  variable  is  "INC-R08-00001"

> show symptom origin relatedCase of INC-R08-00001
  symptom      variable  is  "税務の画面が9時から固まります"
  origin       variable  is  "ward_dept"
  relatedCase  variable  is  "INQ-R08-00001"

> start inquiry
>     {"title": "ディスクを増やしたい", "question": "残りが10%です", "systems": ["SYS-13"],
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  inquiry        process             activated  as INQ-R08-00002
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00002
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to yamaguchi@shuno.example.jp: [INQ-R08-00002] 問合せを受け付けました: ディスクを増やしたい

> complete F30 {"outcome": "converted", "convertTo": "infra_work"}
  Start_Mail          message             correlated  request-infra-work
  F30                 user task           completed
  G30                 exclusive gateway   completed   took いいえ
  G34                 exclusive gateway   completed   took いいえ
  F36                 send task           completed
  infra-work-request  process             activated   as INF-R08-00001
  Start_Mail          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited     linked-approved, key INF-R08-00001
  B82_Start           message             awaited     linked-refused, key INF-R08-00001
  B90_Start           message             awaited     withdraw, key INF-R08-00001
  B94_Start           message             awaited     work-stop, key INF-R08-00001
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written     to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: ディスクを増やしたい
  F37                 service task        completed
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed   took いいえ
  B20                 user task           created     for iom.operator, due 2026-04-07 23:59
  F35                 send task           completed
  End_Converted       end event           completed
  inquiry             process             completed
  ML-f-converted      mail                written     to yamaguchi@shuno.example.jp: [INQ-R08-00002] 別の手続で扱います: ディスクを増やしたい

> show convertedCaseNo of INQ-R08-00002
  convertedCaseNo  variable  is  "INF-R08-00001"

> start inquiry
>     {"title": "締切を変えたい", "question": "設定の変更です", "systems": ["SYS-46"],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00003
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00003
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00003] 問合せを受け付けました: 締切を変えたい

> complete F30 {"outcome": "converted", "convertTo": "production_work"}
  Start_Mail               message             correlated  request-production-work
  F30                      user task           completed
  G30                      exclusive gateway   completed   took いいえ
  G34                      exclusive gateway   completed   took いいえ
  F36                      send task           completed
  production-work-request  process             activated   as PRD-R08-00001
  Start_Mail               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited     withdraw, key PRD-R08-00001
  B86_Start                message             awaited     linked-approved, key PRD-R08-00001
  B97_Start                message             awaited     linked-refused, key PRD-R08-00001
  B94_Start                message             awaited     work-stop, key PRD-R08-00001
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written     to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 締切を変えたい
  F37                      service task        completed
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed   took いいえ
  G14                      inclusive gateway   completed   took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created     for iom.operator, due 2026-04-07 23:59
  F35                      send task           completed
  End_Converted            end event           completed
  inquiry                  process             completed
  ML-f-converted           mail                written     to hayashi@tax-asp.example.jp: [INQ-R08-00003] 別の手続で扱います: 締切を変えたい

> show convertedCaseNo of INQ-R08-00003
  convertedCaseNo  variable  is  "PRD-R08-00001"

> start inquiry
>     {"title": "夜に作業したい", "question": "11日に本庁舎で", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00004
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00004
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00004] 問合せを受け付けました: 夜に作業したい

> complete F30 {"outcome": "converted", "convertTo": "building_work"}
  Start_Mail            message             correlated  notify-building-work
  F30                   user task           completed
  G30                   exclusive gateway   completed   took いいえ
  G34                   exclusive gateway   completed   took いいえ
  F36                   send task           completed
  building-work-notice  process             activated   as OFW-R08-00001
  Start_Mail            start event         completed
  B10                   script task         completed
  B90_Start             message             awaited     withdraw, key OFW-R08-00001
  B94_Start             message             awaited     work-withdrawn, key INQ-R08-00004
  B12                   send task           completed
  B18                   business rule task  completed
  B20                   user task           created     for iom.operator, due 2026-04-07 23:59
  ML-b3-received        mail                written     to hayashi@tax-asp.example.jp: [OFW-R08-00001] 申請を受け付けました: 夜に作業したい
  F37                   service task        completed
  F35                   send task           completed
  End_Converted         end event           completed
  inquiry               process             completed
  ML-f-converted        mail                written     to hayashi@tax-asp.example.jp: [INQ-R08-00004] 別の手続で扱います: 夜に作業したい

> show convertedCaseNo of INQ-R08-00004
  convertedCaseNo  variable  is  "OFW-R08-00001"

> start inquiry
>     {"title": "IDがほしい", "question": "新しい担当です", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00005
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00005
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00005] 問合せを受け付けました: IDがほしい

> complete F30 {"outcome": "converted", "convertTo": "user_id"}
  Start_Mail       message             correlated  request-user-id
  F30              user task           completed
  G30              exclusive gateway   completed   took いいえ
  G34              exclusive gateway   completed   took いいえ
  F36              send task           completed
  user-id-request  process             activated   as UID-R08-00001
  Start_Mail       start event         completed
  B10              script task         completed
  B90_Start        message             awaited     withdraw, key UID-R08-00001
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created     for iom.operator, due 2026-04-07 23:59
  ML-b4-received   mail                written     to hayashi@tax-asp.example.jp: [UID-R08-00001] 申請を受け付けました: IDがほしい
  F37              service task        completed
  F35              send task           completed
  End_Converted    end event           completed
  inquiry          process             completed
  ML-f-converted   mail                written     to hayashi@tax-asp.example.jp: [INQ-R08-00005] 別の手続で扱います: IDがほしい

> show convertedCaseNo of INQ-R08-00005
  convertedCaseNo  variable  is  "UID-R08-00001"

> start inquiry
>     {"title": "電算センターに入りたい", "question": "点検です", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00006
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00006
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00006] 問合せを受け付けました: 電算センターに入りたい

> complete F30 {"outcome": "converted", "convertTo": "data_centre"}
  Start_Mail         message             correlated  request-data-centre-entry
  F30                user task           completed
  G30                exclusive gateway   completed   took いいえ
  G34                exclusive gateway   completed   took いいえ
  F36                send task           completed
  data-centre-entry  process             activated   as DCE-R08-00001
  Start_Mail         start event         completed
  B10                script task         completed
  B90_Start          message             awaited     withdraw, key DCE-R08-00001
  B94_Start          message             awaited     work-withdrawn, key INQ-R08-00006
  B12                send task           completed
  B18                business rule task  completed
  B20                user task           created     for iom.operator, due 2026-04-07 23:59
  ML-b5-received     mail                written     to hayashi@tax-asp.example.jp: [DCE-R08-00001] 申請を受け付けました: 電算センターに入りたい
  F37                service task        completed
  F35                send task           completed
  End_Converted      end event           completed
  inquiry            process             completed
  ML-f-converted     mail                written     to hayashi@tax-asp.example.jp: [INQ-R08-00006] 別の手続で扱います: 電算センターに入りたい

> show convertedCaseNo of INQ-R08-00006
  convertedCaseNo  variable  is  "DCE-R08-00001"

> start inquiry
>     {"title": "回線を止めます", "question": "12日に止めます", "systems": ["SYS-28"],
>      "requester": {"name": "井上", "party": "network", "mail": "inoue@network.example.jp"}}
  inquiry        process             activated  as INQ-R08-00007
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00007
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to inoue@network.example.jp: [INQ-R08-00007] 問合せを受け付けました: 回線を止めます

> complete F30 {"outcome": "converted", "convertTo": "maintenance"}
  Start_Mail          message            correlated  maintenance-notice
  F30                 user task          completed
  G30                 exclusive gateway  completed   took いいえ
  G34                 exclusive gateway  completed   took いいえ
  F36                 send task          completed
  maintenance-notice  process            activated   as MNT-R08-00001
  Start_Mail          start event        completed
  C10                 script task        completed
  C114_Start          message            awaited     withdraw, key MNT-R08-00001
  C118_Start          message            awaited     work-withdrawn, key INQ-R08-00007
  C116_Start          message            awaited     maintenance-alert, key MNT-R08-00001
  C12                 send task          completed
  C20                 user task          created     for iom.operator, due 2026-04-07 17:15
  C20_Half            timer              waits       until 2026-04-06 14:22:30
  C20_Late            timer              waits       until 2026-04-07 17:15
  ML-c-received       mail               written     to inoue@network.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 回線を止めます
  F37                 service task       completed
  F35                 send task          completed
  End_Converted       end event          completed
  inquiry             process            completed
  ML-f-converted      mail               written     to inoue@network.example.jp: [INQ-R08-00007] 別の手続で扱います: 回線を止めます

> show convertedCaseNo of INQ-R08-00007
  convertedCaseNo  variable  is  "MNT-R08-00001"

> start inquiry
>     {"title": "連携項目を加えたい", "question": "4項目です", "systems": ["SYS-46"],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  inquiry        process             activated  as INQ-R08-00008
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-04-07 14:22:30
  F96_Start      timer               waits      until 2026-04-09 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00008
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-04-07 17:15
  F30_Half       timer               waits      until 2026-04-06 14:22:30
  F30_Late       timer               waits      until 2026-04-07 17:15
  ML-f-received  mail                written    to hayashi@tax-asp.example.jp: [INQ-R08-00008] 問合せを受け付けました: 連携項目を加えたい

> complete F30 {"outcome": "converted", "convertTo": "change"}
  Start_Message   message             correlated  request-change
  F30             user task           completed
  G30             exclusive gateway   completed   took いいえ
  G34             exclusive gateway   completed   took いいえ
  F36             send task           completed
  change-release  process             activated   as CHG-R08-00001
  Start_Message   start event         completed
  K10             script task         completed
  K94_Start       message             awaited     withdraw, key CHG-R08-00001
  K12             send task           completed
  K19             business rule task  completed
  K20             user task           created     for iom.operator, iom.leader, due 2026-04-08 23:59
  ML-k-received   mail                written     to hayashi@tax-asp.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 連携項目を加えたい
  F37             service task        completed
  F35             send task           completed
  End_Converted   end event           completed
  inquiry         process             completed
  ML-f-converted  mail                written     to hayashi@tax-asp.example.jp: [INQ-R08-00008] 別の手続で扱います: 連携項目を加えたい

> show convertedCaseNo of INQ-R08-00008
  convertedCaseNo  variable  is  "CHG-R08-00001"

# What the question didn't say has to be said before the case goes on, whatever the desk presses.
> complete C20 {"outcome": "complete"}
  C20            user task          completed
  G20            exclusive gateway  completed  took はい
  C22            send task          completed
  C24            user task          created    for network.staff
  ML-c-ask_back  mail               written    to inoue@network.example.jp: [MNT-R08-00001] メンテナンス情報の確認をお願いします: 回線を止めます

> complete C24 {"outcome": "resubmitted", "plannedFrom": "2026-04-20T18:00:00+09:00", "plannedTo": "2026-04-20T20:00:00+09:00", "kind": "planned", "target": "network", "effect": "none"}
  C24       user task  completed
  C20       user task  created    for iom.operator, due 2026-04-07 17:15
  C20_Half  timer      waits      until 2026-04-06 14:22:30
  C20_Late  timer      waits      until 2026-04-07 17:15

> complete C20 {"outcome": "complete"}
  C20            user task            completed
  G20            exclusive gateway    completed  took いいえ
  G25            exclusive gateway    completed  took いいえ
  C30            business rule task   completed
  C31            script task          completed
  C40            call activity        activated
  work-calendar  process              activated
  Start_Called   start event          completed
  W10            service task         completed
  W20            script task          completed
  W30            business rule task   completed
  End_Answered   end event            completed
  work-calendar  process              completed
  C40            call activity        completed
  G40            exclusive gateway    completed  took いいえ
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, shimizu@jumin-asp.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, kato.takashi@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 回線を止めます (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 回線を止めます.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-04-08 09:00
  C65_Over       timer                waits      until 2026-04-17 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for joint_asp/SYS-08.staff
  C65            user task            created    for joint_asp/SYS-32.staff
  C65            user task            created    for joint_asp/SYS-03.staff
  C65            user task            created    for joint_asp/SYS-40.staff
  C65            user task            created    for joint_asp/SYS-35.staff
  C65            user task            created    for joint_asp/SYS-46.staff
  C65            user task            created    for joint_asp/SYS-31.staff
  C65            user task            created    for joint_asp/SYS-47.staff
  C65            user task            created    for joint_asp/SYS-22.staff
  C65            user task            created    for joint_asp/SYS-45.staff
  C65            user task            created    for joint_asp/SYS-12.staff
  C65            user task            created    for joint_asp/SYS-26.staff
  C65            user task            created    for joint_asp/SYS-52.staff
  C65            user task            created    for nonstd/SYS-13.staff
  C65            user task            created    for ward_dept/国保年金課.staff
  C65            user task            created    for ward_dept/介護保険課.staff
  C65            user task            created    for ward_dept/戸籍住民課.staff
  C65            user task            created    for ward_dept/保育課.staff
  C65            user task            created    for ward_dept/子育て施設支援課.staff
  C65            user task            created    for ward_dept/放課後支援課.staff
  C65            user task            created    for ward_dept/学務課.staff
  C65            user task            created    for ward_dept/税務課.staff
  C65            user task            created    for ward_dept/選挙管理委員会.staff
  C65            user task            created    for ward_dept/障害福祉課.staff
  C65            user task            created    for ward_dept/高齢者支援課.staff
  C65            user task            created    for ward_dept/保健予防課.staff
  C65            user task            created    for ward_dept/西生活課.staff
  C65            user task            created    for ward_dept/子育て応援課.staff
  C65            user task            created    for ward_dept/地域保健課.staff
  C65            user task            created    for ward_dept/収納対策課.staff
  C65            user task            created    for network.staff
  C65            user task            created    for infra.staff
  C65            user task            created    for helpdesk.staff
  C65            user task            created    for ward_is.staff
