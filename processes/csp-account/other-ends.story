# Not in the cloud, a private address, a new environment that the manager refuses, urgent with all lines rejected, a stop, withdrawn.
process  .
with     ../gcas-request
people   ../demo/users.json
clock    2026-04-07 10:00 Asia/Tokyo

> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "user", "system": "SYS-13", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "kana": "ウエダ ヒカル",
>      "mail": "ueda@gmail.com", "to": "2027-03-31"}, {"lineNo": 1, "name": "原 望", "kana": "ハラ ノゾミ",
>      "mail": null,
>      "to": "2027-03-31"}], "reason": "保守", "pledgeNo": null, "requester": {"name": "林 拓也",
>      "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00001
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00001
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> show findings
  findings  variable  is  ["ガバメントクラウドのシステムではない","同じ行番号がある","誓約書の番号がない","メールアドレスのない行がある","組織のメールアドレスでない行がある"]

> complete E20 {"outcome": "returned", "returnReason": "点検の結果のとおり"}
  E20            user task          completed
  G25            exclusive gateway  completed  took はい
  E27            send task          completed
  E15            user task          created    for joint_asp/SYS-46.staff
  ML-e-returned  mail               written    to hayashi@tax-asp.example.jp: [ACC-R08-00001] 申請を差し戻しました: 保守要員のGCASユーザー

> complete E15 {"outcome": "withdrawn"}
  E15             user task          completed
  G15             exclusive gateway  completed  took いいえ
  End_Withdrawn1  end event          completed
  csp-account     process            completed

# A new environment needs the manager.
> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "environment", "system": "SYS-46", "csp": "aws",
>      "requestLines": [{"lineNo": 1, "name": "tax-verify", "mail": null, "to": "2027-03-31"}], "reason": "保守",
>      "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "environment": "verification"}
  csp-account    process             activated  as ACC-R08-00002
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00002
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00002] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> show findings
  findings  variable  is  []

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-09 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00002] 承認をお願いします: 保守要員のGCASユーザー

> wait until 2026-04-09 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  E30_Remind     timer              waits      until 2026-04-10 09:00
  E32            send task          completed
  E32_End        end event          completed
  ML-e-reminder  mail               written    to takahashi.susumu@ward.example.jp: [ACC-R08-00002] 承認をお待ちしています: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved"}
  E30                    user task          completed
  G44                    exclusive gateway  completed  took はい
  E34                    send task          completed
  E35                    user task          created    for ward_is.manager
  E35_Remind             timer              waits      until 2026-04-13 09:00
  ML-e-approval_request  mail               written    to yamada.taro@ward.example.jp: [ACC-R08-00002] 承認をお願いします: 保守要員のGCASユーザー

> complete E35 {"outcome": "rejected", "rejectReason": "既存の環境で足りる"}
  E35                  user task          completed
  G46                  exclusive gateway  completed  took 却下
  E37                  send task          completed
  End_Rejected         end event          completed
  csp-account          process            completed
  ML-e-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACC-R08-00002] 依頼の結果: 保守要員のGCASユーザー

# Urgent: no waiting for Friday. All lines rejected.
> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "kana": "ウエダ ヒカル",
>      "mail": "ueda@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 2, "name": "原 望", "kana": "ハラ ノゾミ",
>      "mail": "hara@tax-asp.example.jp", "to": "2027-03-31"}], "reason": "保守", "pledgeNo": "SEI-12",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"},
>      "urgent": true}
  csp-account    process             activated  as ACC-R08-00003
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00003
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-10 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00003] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-13 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00003] 承認をお願いします: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved"}
  Start_Join    message            correlated  gcas-request.join
  E30           user task          completed
  G44           exclusive gateway  completed   took いいえ
  G46           exclusive gateway  completed   took 承認
  E40           script task        completed
  E42           send task          completed
  E44           receive task       activated   for message gcas-request.submitted, key ACC-R08-00003
  gcas-request  process            activated   as GRQ-R08-00001
  Start_Join    start event        completed
  Q10           script task        completed
  G15           exclusive gateway  completed   took いいえ
  G22           exclusive gateway  completed   took はい
  Q50           user task          created     for iom.operator, due 2026-04-10 23:59
  Q90_Start     message            awaited     gcas-request.join, key ACC-R08-00003/1
  Q92_Start     message            awaited     gcas-request.leave, key ACC-R08-00003/1
  Q94_Start     message            awaited     gcas-request.answered, key ACC-R08-00003/1

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
  Q60                 user task          created    for ward_is.staff, due 2026-04-10 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00001] GCASへの申請をお願いします: GRQ-R08-00001-1

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-10 23:59

> complete Q70 {"noReceiptReason": "ポータルの番号が出ない"}
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-23 09:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00003
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated

> complete E80
>     {"lines": [{"lineNo": 1, "result": "rejected", "issuedId": null, "message": "重複"}, {"lineNo": 2,
>      "result": "rejected", "issuedId": null, "message": "重複"}]}
  Q94_Start     message                   correlated  gcas-request.answered
  E80           user task                 completed
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
  E100          multi instance body       completed
  E117          script task               completed
  G118          exclusive gateway         completed   took なし
  End_None      end event                 completed
  csp-account   process                   completed
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00003] GCASの回答: 保守要員のGCASユーザー

# A stop: no login to wait for.
> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "stop", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "kana": "ウエダ ヒカル",
>      "mail": "ueda@tax-asp.example.jp", "to": "2027-03-31", "currentId": "u-1"}], "reason": "保守",
>      "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "urgent": true}
  csp-account    process             activated  as ACC-R08-00004
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00004
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-10 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00004] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-13 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00004] 承認をお願いします: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved"}
  Start_Join    message            correlated  gcas-request.join
  E30           user task          completed
  G44           exclusive gateway  completed   took いいえ
  G46           exclusive gateway  completed   took 承認
  E40           script task        completed
  E42           send task          completed
  E44           receive task       activated   for message gcas-request.submitted, key ACC-R08-00004
  gcas-request  process            activated   as GRQ-R08-00002
  Start_Join    start event        completed
  Q10           script task        completed
  G15           exclusive gateway  completed   took いいえ
  G22           exclusive gateway  completed   took はい
  Q50           user task          created     for iom.operator, due 2026-04-10 23:59
  Q90_Start     message            awaited     gcas-request.join, key ACC-R08-00004/1
  Q92_Start     message            awaited     gcas-request.leave, key ACC-R08-00004/1
  Q94_Start     message            awaited     gcas-request.answered, key ACC-R08-00004/1

> complete Q50 {}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_user_GRQ-R08-00002-1.xlsx
  -                   document           made       gcas_user_GRQ-R08-00002-1.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00002-1.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-04-10 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00002] GCASへの申請をお願いします: GRQ-R08-00002-1

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-10 23:59

> complete Q70 {"receiptNo": "G-9"}
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-23 09:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00004
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated

> complete E80 {"lines": [{"lineNo": 1, "result": "stopped", "issuedId": "u-1", "message": null}]}
  Q94_Start     message                   correlated  gcas-request.answered
  E80           user task                 completed
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
  E101          user task                 created     for iom.operator, due 2026-04-10 23:59
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00004] GCASの回答: 保守要員のGCASユーザー

> complete E101 {"handOver": "none"}
  E101         user task          completed
  E104         send task          completed
  G105         exclusive gateway  completed  took いいえ
  E120         user task          created    for iom.operator, due 2026-04-10 23:59
  ML-e-issued  mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00004] アカウントを払い出しました: 保守要員のGCASユーザー

> complete E120 {}
  E120         user task            completed
  E121         service task         completed
  E120_End     end event            completed
  E117         script task          completed
  G118         exclusive gateway    completed  took 停止
  End_Stopped  end event            completed
  E100         sub process          completed
  E100         multi instance body  completed
  csp-account  process              completed
  accounts     table                row added  u-1 {"account_id":"u-1","state":"stopped"}

> show accounts
  accounts  variable  is  [{"lineNo":1,"id":"u-1","state":"stopped"}]

# Withdrawn while it waits for Friday: the form of the week loses its lines, and none are left.
> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "kana": "ウエダ ヒカル",
>      "mail": "ueda@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 2, "name": "原 望", "kana": "ハラ ノゾミ",
>      "mail": "hara@tax-asp.example.jp", "to": "2027-03-31"}], "reason": "保守", "pledgeNo": "SEI-12",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00005
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00005
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-10 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00005] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-13 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00005] 承認をお願いします: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved_with_conditions", "conditions": "参照だけ"}
  Start_Join    message                   correlated  gcas-request.join
  E30           user task                 completed
  G44           exclusive gateway         completed   took いいえ
  G46           exclusive gateway         completed   took 承認
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00005
  gcas-request  process                   activated   as GRQ-R08-00003
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took はい
  Q20           intermediate catch event  activated   until 2026-04-10 15:00
  Q90_Start     message                   awaited     gcas-request.join, key user/2026-04-10
  Q92_Start     message                   awaited     gcas-request.leave, key user/2026-04-10
  Q94_Start     message                   awaited     gcas-request.answered, key user/2026-04-10

> publish withdraw key ACC-R08-00005 {"withdrawReason": "不要になった"}
  E95_Start       message              correlated  withdraw
  E44             receive task         terminated
  E95             event sub process    activated
  E95_Start       start event          completed
  Q92_Start       message              correlated  gcas-request.leave
  E96             send task            completed
  E97             multi instance body  completed
  E97             send task            completed
  End_Withdrawn   end event            completed
  E95             event sub process    completed
  csp-account     process              completed
  Q92             event sub process    completed
  Q92_Start       start event          completed
  Q93             script task          completed
  Q92_End         end event            completed
  ML-e-withdrawn  mail                 written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACC-R08-00005] 取り下げられました: 保守要員のGCASユーザー

# The check of the accounts asks for a stop. It must say until when: sent back, put right.
> wait until 2026-04-27 10:00
  at            2026-04-10 15:00
  Q20           intermediate catch event  completed
  G22           exclusive gateway         completed  took いいえ
  End_Empty     end event                 completed
  gcas-request  process                   completed

> publish request-csp-account key ACK-R08-00002
>     {"title": "棚卸による停止（joint_asp/SYS-46）", "kind": "stop", "system": "SYS-46", "requestLines": [{"lineNo": 1,
>      "name": "原 望", "kana": "ハラ ノゾミ",
>      "mail": null, "currentId": "u-2"}], "reason": "アカウント棚卸 ACK-R08-00002", "channel": "process",
>      "relatedCase": "ACK-R08-00002", "requester": {"name": "joint_asp/SYS-46", "party": "joint_asp/SYS-46",
>      "organisation": null, "mail": null}}
  Start_Check    message             correlated  request-csp-account
  csp-account    process             activated   as ACC-R08-00006
  Start_Check    start event         completed
  E10            script task         completed
  E95_Start      message             awaited     withdraw, key ACC-R08-00006
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created     for iom.operator, due 2026-04-28 23:59
  ML-e-received  mail                written     to hayashi@tax-asp.example.jp: [ACC-R08-00006] アカウント発行依頼を受け付けました: 棚卸による停止（joint_asp/SYS-46）

> show findings
  findings  variable  is  []

> complete E20 {"outcome": "returned", "returnReason": "いつまでに止めるかを書いてください"}
  E20            user task          completed
  G25            exclusive gateway  completed  took はい
  E27            send task          completed
  E15            user task          created    for joint_asp/SYS-46.staff
  ML-e-returned  mail               written    to hayashi@tax-asp.example.jp: [ACC-R08-00006] 申請を差し戻しました: 棚卸による停止（joint_asp/SYS-46）

> complete E15 {"outcome": "resubmitted", "reason": "アカウント棚卸 ACK-R08-00002。5月中に止める"}
  E15  user task           completed
  G15  exclusive gateway   completed  took はい
  E16  script task         completed
  E18  business rule task  completed
  E20  user task           created    for iom.operator, due 2026-04-28 23:59

> show round
  round  variable  is  2

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-30 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00006] 承認をお願いします: 棚卸による停止（joint_asp/SYS-46）

# It lies over Golden Week: on the closed days nobody is reminded.
> wait until 2026-05-07 09:00
  at             2026-04-30 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  E30_Remind     timer              waits      until 2026-05-01 09:00
  E32            send task          completed
  E32_End        end event          completed
  ML-e-reminder  mail               written    to takahashi.susumu@ward.example.jp: [ACC-R08-00006] 承認をお待ちしています: 棚卸による停止（joint_asp/SYS-46）
  at             2026-05-01 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  E30_Remind     timer              waits      until 2026-05-02 09:00
  E32            send task          completed
  E32_End        end event          completed
  ML-e-reminder  mail               written    to takahashi.susumu@ward.example.jp: [ACC-R08-00006] 承認をお待ちしています: 棚卸による停止（joint_asp/SYS-46）
  at             2026-05-02 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  E32_Closed     end event          completed
  E30_Remind     timer              waits      until 2026-05-03 09:00
  at             2026-05-03 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  E32_Closed     end event          completed
  E30_Remind     timer              waits      until 2026-05-04 09:00
  at             2026-05-04 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  E32_Closed     end event          completed
  E30_Remind     timer              waits      until 2026-05-05 09:00
  at             2026-05-05 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  E32_Closed     end event          completed
  E30_Remind     timer              waits      until 2026-05-06 09:00
  at             2026-05-06 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took いいえ
  E32_Closed     end event          completed
  E30_Remind     timer              waits      until 2026-05-07 09:00
  E30_Remind     boundary event     completed
  G41            exclusive gateway  completed  took はい
  E30_Remind     timer              waits      until 2026-05-08 09:00
  E32            send task          completed
  E32_End        end event          completed
  ML-e-reminder  mail               written    to takahashi.susumu@ward.example.jp: [ACC-R08-00006] 承認をお待ちしています: 棚卸による停止（joint_asp/SYS-46）

> complete E30 {"outcome": "approved"}
  Start_Join    message                   correlated  gcas-request.join
  E30           user task                 completed
  G44           exclusive gateway         completed   took いいえ
  G46           exclusive gateway         completed   took 承認
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00006
  gcas-request  process                   activated   as GRQ-R08-00004
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took はい
  Q20           intermediate catch event  activated   until 2026-05-08 15:00
  Q90_Start     message                   awaited     gcas-request.join, key environment/2026-05-08
  Q92_Start     message                   awaited     gcas-request.leave, key environment/2026-05-08
  Q94_Start     message                   awaited     gcas-request.answered, key environment/2026-05-08

# Emergency access is registered beforehand, for who uses it and for who approves it.
> start csp-account
>     {"title": "緊急アクセスの登録", "kind": "break_glass", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "mail": "ueda@tax-asp.example.jp", "bgRole": "applicant"}, {"lineNo": 2, "name": "田中 由美",
>      "mail": "tanaka.yumi@ward.example.jp", "bgRole": "approver"}], "reason": "訓練の前", "urgent": true,
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00007
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00007
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-05-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00007] アカウント発行依頼を受け付けました: 緊急アクセスの登録

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-05-11 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00007] 承認をお願いします: 緊急アクセスの登録

> complete E30 {"outcome": "approved"}
  Start_Join    message            correlated  gcas-request.join
  E30           user task          completed
  G44           exclusive gateway  completed   took いいえ
  G46           exclusive gateway  completed   took 承認
  E40           script task        completed
  E42           send task          completed
  E44           receive task       activated   for message gcas-request.submitted, key ACC-R08-00007
  gcas-request  process            activated   as GRQ-R08-00005
  Start_Join    start event        completed
  Q10           script task        completed
  G15           exclusive gateway  completed   took いいえ
  G22           exclusive gateway  completed   took はい
  Q50           user task          created     for iom.operator, due 2026-05-08 23:59
  Q90_Start     message            awaited     gcas-request.join, key ACC-R08-00007/1
  Q92_Start     message            awaited     gcas-request.leave, key ACC-R08-00007/1
  Q94_Start     message            awaited     gcas-request.answered, key ACC-R08-00007/1

> complete Q50 {}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_break_glass_GRQ-R08-00005-1.xlsx
  -                   document           made       gcas_break_glass_GRQ-R08-00005-1.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00005-1.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-05-08 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00005] GCASへの申請をお願いします: GRQ-R08-00005-1
