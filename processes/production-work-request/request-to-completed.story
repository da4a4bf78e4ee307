# 申請 → 差戻し → 再申請 → 主管課の合意 → 承認 → 作業 → 完了, with every report late once and the end put off by two hours.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start production-work-request
>     {"title": "税務システムのリリース", "workKind": "release", "systems": ["SYS-46"], "description": "口座振替の締切を改める",
>      "reason": "要綱の改正", "plannedFrom": "2026-04-15T18:00:00+09:00", "plannedTo": "2026-04-15T20:00:00+09:00",
>      "departments": ["税務課"], "workers": [{"name": "林 拓也", "organisation": "税務ASP"}], "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}, "outage": "short", "needsOfficeWork": true}
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
  ML-b2-received           mail                written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を受け付けました: 税務システムのリリース
  notify-building-work     message             kept       until 2026-04-03 10:00
  maintenance-notice       message             kept       until 2026-04-03 10:00
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took 庁舎, 停止
  B31                      send task           completed
  B34                      send task           completed
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-04-03 23:59

> show findings
  findings  variable  is  ["リリースに変更・リリースの番号がない","止まる業務への影響の内容がない"]

> complete B20 {"outcome": "returned", "returnReason": "変更番号がない"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b2-returned  mail               written    to hayashi@tax-asp.example.jp: [PRD-R08-00001] 申請を差し戻しました: 税務システムのリリース

> complete B15
>     {"outcome": "resubmitted", "changeNo": "CHG-R08-00001", "businessImpact": "画面が5分切れる",
>      "officeWorkNo": "OFW-R08-00001"}
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

> show findings round
  findings  variable  is  []
  round     variable  is  2

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "agreed_with_opinion", "opinion": "窓口の終わった後で"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-04-06 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 税務システムのリリース

> show route consents
  route     variable  is  {"manager":false,"reason":"通常"}
  consents  variable  is  [{"department":"税務課","outcome":"agreed_with_opinion","opinion":"窓口の終わった後で"}]

> complete B40 {"outcome": "approved_with_conditions", "conditions": "18時より前に始めない"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took これから
  DOC-b2-application  document           made       本番環境作業依頼申請書 PRD-R08-00001 税務システムのリリース.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-04-14 09:00
  ML-b2-result        mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 税務システムのリリース

> complete B54 {"outcome": "confirmed", "officeWorkNo": "OFW-R08-00001"}
  B54  user task                 completed
  G56  exclusive gateway         completed  took はい
  T55  intermediate catch event  activated  until 2026-04-14 09:00

# Nobody reports the start: fifteen minutes after it the vendor is asked.
> wait until 2026-04-15 18:15
  at                    2026-04-14 09:00
  notify-building-work  message                   expired
  maintenance-notice    message                   expired
  T55                   intermediate catch event  completed
  B56                   send task                 completed
  T58                   intermediate catch event  activated  until 2026-04-15 18:00
  ML-b2-day_before      mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 明日の作業: 税務システムのリリース
  at                    2026-04-15 18:00
  T58                   intermediate catch event  completed
  B65                   user task                 created    for joint_asp/SYS-46.staff, due 2026-04-15 18:00
  B65_Late              timer                     waits      until 2026-04-15 18:15
  B65_Late              boundary event            completed
  B67                   send task                 completed
  B67_End               end event                 completed
  ML-b2-start_missing   mail                      written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業開始の報告がありません: 税務システムのリリース

> complete B65 {"startedAt": "2026-04-15T18:10:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-04-15 20:00
  B70_Late     timer      waits      until 2026-04-15 20:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 税務システムのリリース

# Before the end the vendor asks for two hours more; the section's staff agree.
> complete B70 {"outcome": "extended", "requestedEnd": "2026-04-15T22:00:00+09:00", "extensionReason": "データの読込みが遅い"}
  B70  user task          completed
  G73  exclusive gateway  completed  took はい
  B75  user task          created    for ward_is.staff

> complete B75 {"outcome": "approved"}
  B75       user task    completed
  B76       script task  completed
  B70       user task    created    for joint_asp/SYS-46.staff, due 2026-04-15 22:00
  B70_Late  timer        waits      until 2026-04-15 22:30

> show plannedTo extensionAnswer
  plannedTo        variable  is  "2026-04-15T22:00:00+09:00"
  extensionAnswer  variable  is  "approved"

# No report thirty minutes after the new end. The report comes before the desk has phoned: the end of the case drops the call.
> wait until 2026-04-15 22:30
  B70_Late           boundary event  completed
  B71                send task       completed
  B74                user task       created    for iom.operator
  ML-b2-end_missing  mail            written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [PRD-R08-00001] 作業終了の報告がありません: 税務システムのリリース

> complete B70 {"outcome": "completed", "finishedAt": "2026-04-15T22:40:00+09:00", "workLog": "リリースした"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-04-16 23:59
  ML-b2-finish  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 税務システムのリリース

> complete B80 {"outcome": "redo", "redoReason": "確認の結果がない"}
  B80  user task          completed
  G80  exclusive gateway  completed  took いいえ
  B78  user task          created    for joint_asp/SYS-46.staff, due 2026-04-16 23:59

> complete B78 {"outcome": "completed", "finishedAt": "2026-04-15T22:40:00+09:00", "workLog": "リリースし、画面を確かめた"}
  B78           user task  completed
  B72           send task  completed
  B80           user task  created    for iom.operator, due 2026-04-16 23:59
  ML-b2-finish  mail       written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 税務システムのリリース

> complete B80 {"outcome": "confirmed", "usersAffected": false, "ledgerUpdated": true}
  B80                      user task          completed
  G80                      exclusive gateway  completed   took はい
  DOC-b2-result            document           made        作業結果報告書 PRD-R08-00001 税務システムのリリース.pdf
  B74                      user task          terminated
  B89                      service task       completed
  G81                      exclusive gateway  completed   took いいえ
  G83                      exclusive gateway  completed   took いいえ
  G85                      exclusive gateway  completed   took はい
  End_Completed            end event          completed
  production-work-request  process            completed
