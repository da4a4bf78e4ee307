# What was issued by (e) stands in the ledger, the check compares it with what the provider says, and notes when it was checked.
process  .
with     ../csp-account
with     ../gcas-request
people   ../demo/users.json
clock    2026-04-07 10:00 Asia/Tokyo

> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "user", "system": "SYS-46", "csp": "aws",
>     "requestLines": [{"lineNo": 1, "name": "上田 光", "kana": "ウエダ ヒカル", "mail": "ueda@tax-asp.example.jp",
>     "permission": "readonly", "to": "2027-03-31"}], "reason": "保守", "pledgeNo": "SEI-12", "urgent": true,
>     "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00001
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00001
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-09 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00001] 承認をお願いします: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved"}
  Start_Join    message            correlated  gcas-request.join
  E30           user task          completed
  G44           exclusive gateway  completed   took いいえ
  G46           exclusive gateway  completed   took 承認
  E40           script task        completed
  E42           send task          completed
  E44           receive task       activated   for message gcas-request.submitted, key ACC-R08-00001
  gcas-request  process            activated   as GRQ-R08-00001
  Start_Join    start event        completed
  Q10           script task        completed
  G15           exclusive gateway  completed   took いいえ
  G22           exclusive gateway  completed   took はい
  Q50           user task          created     for iom.operator, due 2026-04-08 23:59
  Q90_Start     message            awaited     gcas-request.join, key ACC-R08-00001/1
  Q92_Start     message            awaited     gcas-request.leave, key ACC-R08-00001/1
  Q94_Start     message            awaited     gcas-request.answered, key ACC-R08-00001/1

> complete Q50 {}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_user_GRQ-R08-00001-1.xlsx
  -                   document           made       gcas_user_GRQ-R08-00001-1.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00001-1.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-04-08 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00001] GCASへの申請をお願いします: GRQ-R08-00001-1

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-08 23:59

> complete Q70 {"receiptNo": "G-1"}
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-21 10:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00001
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated

> publish gcas.answer key ACC-R08-00001 {"lines": [{"lineNo": 1, "result": "issued", "issuedId": "u-1", "message": null}]}
  E80_Message   message                   correlated  gcas.answer
  Q94_Start     message                   correlated  gcas-request.answered
  E80           user task                 terminated
  E80_Message   boundary event            completed
  E90           script task               completed
  E91           multi instance body       completed
  E91           send task                 completed
  G92           exclusive gateway         completed   took いいえ
  G93           exclusive gateway         completed
  G94           parallel gateway          completed
  G97           exclusive gateway         completed   took なし
  End_Answered  end event                 completed
  Q80           intermediate catch event  completed
  Q94           event sub process         completed
  Q94_Start     start event               completed
  Q95           script task               completed
  Q94_End       end event                 completed
  End_Answered  end event                 completed
  gcas-request  process                   completed
  E98           send task                 completed
  E100          multi instance body       activated
  E100          sub process               activated
  E100_Start    start event               completed
  E101          user task                 created     for iom.operator, due 2026-04-08 23:59
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答: 保守要員のGCASユーザー

> complete E101 {"handOver": "invitation", "handedTo": "上田"}
  E101         user task          completed
  E104         send task          completed
  G105         exclusive gateway  completed  took はい
  E110         user task          created    for joint_asp/SYS-46.staff, due 2026-04-14 10:00
  E110_Late    timer              waits      until 2026-04-14 10:00
  E110_Stop    timer              waits      until 2026-04-21 10:00
  ML-e-issued  mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] アカウントを払い出しました: 保守要員のGCASユーザー

> complete E110 {"confirmedOn": "2026-04-08", "mfaSet": true}
  E110  user task  completed
  E120  user task  created    for iom.operator, due 2026-04-08 23:59

# Nobody types the ledger any more.
> complete E120 {}
  E120         user task            completed
  E121         service task         completed
  E120_End     end event            completed
  E117         script task          completed
  G118         exclusive gateway    completed  took 発行・変更
  End_Issued   end event            completed
  E100         sub process          completed
  E100         multi instance body  completed
  csp-account  process              completed
  accounts     table                row added  u-1 {"account_id":"u-1","kind":"gcas_user","system":"SYS-46","csp":"aws","owner":"joint_asp/SYS-46","person":"上田 光","mail":"ueda@tax-asp.example.jp","rights":["readonly"],"from":"2026-04-07","to":"2027-03-31","state":"active","request_no":"ACC-R08-00001"}

> wait until 2026-07-01 09:00
  at             2026-07-01 00:00
  account-check  process                   activated  as ACK-R08-00001
  Start_Timer    start event               completed
  E205           intermediate catch event  activated  until 2026-07-01 09:00
  E205           intermediate catch event  completed
  E210           script task               completed
  E215           service task              completed
  E220           user task                 created    for iom.operator, due 2026-07-06 23:59

> complete E220
>     {"exportText": "UserName,Provider,PermissionSets,LastLogin\nU-1,AWS,readonly administrator,2026-06-20\nu-99,AWS,readonly,2026-06-20\n"}
  E220  user task            completed
  E222  multi instance body  activated
  E222  service task         activated  job dandori:read-list
  E222  service task         activated  job dandori:read-list
  E222  service task         activated  job dandori:read-list
  E222  service task         completed
  E222  service task         completed
  E222  service task         completed
  G223  exclusive gateway    completed  took はい
  E224  service task         activated  job dandori:join-lists
  E222  multi instance body  completed
  E224  service task         completed
  E226  service task         activated  job dandori:join-lists
  E226  service task         completed
  E230  multi instance body  completed
  E230  business rule task   completed
  E230  business rule task   completed
  E231  user task            created    for iom.operator, due 2026-07-02 23:59

> show checked of ACK-R08-00001
  checked  variable  is  [{"account":"u-1","kind":"gcas_user","person":"上田 光","mail":"ueda@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-06-20","ledgerRights":"readonly","exportRights":"readonly administrator","inLedger":true,"inExport":true,"twice":false,"widerRights":true,"inRegister":null,"otherParty":false,"kinds":["承認より広い権限がある"],"difference":"承認より広い権限がある","handling":"ask","deskNote":null},{"account":"u-99","kind":null,"person":null,"mail":null,"party":null,"system":null,"csp":"aws","to":null,"lastUsed":"2026-06-20","ledgerRights":null,"exportRights":"readonly","inLedger":false,"inExport":true,"twice":false,"widerRights":null,"inRegister":null,"otherParty":false,"kinds":["CSPの出力だけにある"],"difference":"CSPの出力だけにある","handling":"ask","deskNote":null}]

> complete E231
>     {"checked": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "to": "2027-03-31",
>     "system": "SYS-46", "kinds": ["承認より広い権限がある"], "handling": "ask"}, {"party": "iom", "account": "u-99",
>     "person": null, "to": null, "system": null, "kinds": ["CSPの出力だけにある"],
>     "difference": "CSPの出力だけにある", "handling": "none", "deskNote": "CSPの保守用。契約のとおり"}]}
  E231            user task            completed
  E235            script task          completed
  E240            multi instance body  activated
  E240            sub process          activated
  E240_Start      start event          completed
  E242            send task            completed
  E244            user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-07-15 23:59
  E244_Remind     timer                waits      until 2026-07-13 09:00
  E244_Last       timer                waits      until 2026-07-16 00:00
  E244_Over       timer                waits      until 2026-07-24 00:00
  ML-e2-campaign  mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00001] アカウント棚卸のお願い: アカウント棚卸（2026-07-01 現在）

> complete E244
>     {"rows": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "to": "2027-03-31",
>     "system": "SYS-46", "kinds": ["承認より広い権限がある"], "decision": "stop"}]}
  E244      user task            completed
  E249      script task          completed
  E244_End  end event            completed
  E250      user task            created    for iom.operator, due 2026-07-02 23:59
  E240      sub process          completed
  E240      multi instance body  completed

> complete E250 {}
  E250                    user task  completed
  E253                    send task  completed
  E255                    user task  created    for ward_is.chief
  E255_Remind             timer      waits      until 2026-07-03 09:00
  ML-e2-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [ACK-R08-00001] 承認をお願いします: アカウント棚卸（2026-07-01 現在）

> complete E255 {"outcome": "approved"}
  E255           user task            completed
  G256           exclusive gateway    completed    took 承認
  E258           send task            completed
  ML-e2-result   mail                 written      to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00001] アカウント棚卸の結果: アカウント棚卸（2026-07-01 現在）
  E259           service task         completed
  accounts       table                row changed  u-1 {"account_id":"u-1","kind":"gcas_user","system":"SYS-46","csp":"aws","owner":"joint_asp/SYS-46","person":"上田 光","mail":"ueda@tax-asp.example.jp","rights":["readonly"],"from":"2026-04-07","to":"2027-03-31","last_checked":"2026-07-01","state":"active","request_no":"ACC-R08-00001"}
  DOC-e2-result  document             made         棚卸結果 ACK-R08-00001 アカウント棚卸（2026-07-01 現在）.xlsx
  Start_Check    message              correlated   request-csp-account
  E264           service task         completed
  G259           exclusive gateway    completed    took はい
  G262           exclusive gateway    completed    took はい
  E262           multi instance body  completed
  E262           send task            completed
  E260           user task            created      for iom.operator, due 2026-07-08 23:59
  csp-account    process              activated    as ACC-R08-00002
  Start_Check    start event          completed
  E10            script task          completed
  E95_Start      message              awaited      withdraw, key ACC-R08-00002
  E12            send task            completed
  E18            business rule task   completed
  E20            user task            created      for iom.operator, due 2026-07-02 23:59
  ML-e-received  mail                 written      to hayashi@tax-asp.example.jp: [ACC-R08-00002] アカウント発行依頼を受け付けました: 棚卸による停止（joint_asp/SYS-46）

# The stop goes its way through (e): a request of its own, into the form of the week.
> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-07-03 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00002] 承認をお願いします: 棚卸による停止（joint_asp/SYS-46）

> complete E30 {"outcome": "approved"}
  Start_Join    message                   correlated  gcas-request.join
  E30           user task                 completed
  G44           exclusive gateway         completed   took いいえ
  G46           exclusive gateway         completed   took 承認
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00002
  gcas-request  process                   activated   as GRQ-R08-00002
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took はい
  Q20           intermediate catch event  activated   until 2026-07-03 15:00
  Q90_Start     message                   awaited     gcas-request.join, key environment/2026-07-03
  Q92_Start     message                   awaited     gcas-request.leave, key environment/2026-07-03
  Q94_Start     message                   awaited     gcas-request.answered, key environment/2026-07-03
