# What else is planned at the same time: the same system is moved to another day, a system that others use is only told of.
process  .
with     ../work-calendar
with     ../production-work-request
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "口座振替の締切を改める", "workKind": "configuration", "systems": ["SYS-46"], "description": "締切を改める", "reason": "要綱の改正",
>      "plannedFrom": "2026-07-15T19:00:00+09:00", "plannedTo": "2026-07-15T20:00:00+09:00", "departments": [],
>      "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 口座振替の締切を改める
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
  B20                      user task           created    for iom.operator, due 2026-07-02 23:59

# The notice of that very work doesn't collide with it.
> start maintenance-notice
>     {"title": "税務システムの停止", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-07-15T18:00:00+09:00",
>      "plannedTo": "2026-07-15T20:00:00+09:00", "effect": "partial", "contact": "林", "relatedCase": "PRD-R08-00001",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key PRD-R08-00001
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-07-02 17:15
  C20_Half            timer        waits      until 2026-07-01 14:22:30
  C20_Late            timer        waits      until 2026-07-02 17:15
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 税務システムの停止

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
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 税務システムの停止 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 税務システムの停止.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-14 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for ward_dept/税務課.staff

> show collisions
  collisions  variable  is  []

# Another one of the same system in the same night is moved, by one hour too little at first.
> start maintenance-notice
>     {"title": "税務システムの帳票の更新", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-07-15T19:30:00+09:00",
>      "plannedTo": "2026-07-15T22:00:00+09:00", "effect": "partial", "contact": "林",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00002
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00002
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00002
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-07-02 17:15
  C20_Half            timer        waits      until 2026-07-01 14:22:30
  C20_Late            timer        waits      until 2026-07-02 17:15
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00002] メンテナンス情報を受け取りました: 税務システムの帳票の更新

> complete C20 {"outcome": "complete", "otherAudience": ["nonstd/SYS-13.staff"]}
  C20            user task           completed
  G20            exclusive gateway   completed  took いいえ
  G25            exclusive gateway   completed  took いいえ
  C30            business rule task  completed
  C31            script task         completed
  C40            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  C40            call activity       completed
  G40            exclusive gateway   completed  took はい
  C45            user task           created    for iom.operator, due 2026-07-03 23:59

> show collisions audience
  collisions  variable  is  [{"level":"stop","finding":"同じシステムの予定と重なる: MNT-R08-00001 税務システムの停止、PRD-R08-00001 口座振替の締切を改める"}]
  audience    variable  is  ["single_db.staff","ward_dept/税務課.staff","nonstd/SYS-13.staff"]

> complete C45 {"plannedFrom": "2026-07-15T19:45:00+09:00", "plannedTo": "2026-07-15T22:00:00+09:00", "adjustment": "15分遅らせた"}
  C45            user task           completed
  C40            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  C40            call activity       completed
  G40            exclusive gateway   completed  took はい
  C45            user task           created    for iom.operator, due 2026-07-03 23:59

> complete C45 {"plannedFrom": "2026-07-16T19:00:00+09:00", "plannedTo": "2026-07-16T21:00:00+09:00", "adjustment": "翌日にした"}
  C45            user task            completed
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
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, yamaguchi@shuno.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00002] メンテナンスのお知らせ: 税務システムの帳票の更新 (with MNT-R08-00002.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00002 税務システムの帳票の更新.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-15 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for ward_dept/税務課.staff
  C65            user task            created    for nonstd/SYS-13.staff

> show collisions
  collisions  variable  is  []

# The common database is used by all: whoever works on anything in that night is told, nothing is stopped.
> start maintenance-notice
>     {"title": "共通DBの更新", "kind": "planned", "target": "common_db", "plannedFrom": "2026-07-16T20:00:00+09:00",
>      "plannedTo": "2026-07-16T22:00:00+09:00", "effect": "none", "contact": "木村", "requester": {"name": "木村", "party": "single_db", "mail": "kimura@singledb.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00003
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00003
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00003
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-07-02 17:15
  C20_Half            timer        waits      until 2026-07-01 14:22:30
  C20_Late            timer        waits      until 2026-07-02 17:15
  ML-c-received       mail         written    to kimura@singledb.example.jp: [MNT-R08-00003] メンテナンス情報を受け取りました: 共通DBの更新

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
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, shimizu@jumin-asp.example.jp, hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, kato.takashi@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00003] メンテナンスのお知らせ: 共通DBの更新 (with MNT-R08-00003.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00003 共通DBの更新.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-15 00:00
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

> show collisions
  collisions  variable  is  [{"level":"warn","finding":"住民情報共通DBを使うシステムの予定と重なる: MNT-R08-00002 税務システムの帳票の更新"}]
