# Four lines: one is issued, one rejected, one asked about and then issued, one answered last and never used. Answers come in parts, twice the same, once differently.
process  .
with     ../gcas-request
people   ../demo/users.json
clock    2026-04-07 10:00 Asia/Tokyo

> start csp-account
>     {"title": "保守要員のGCASユーザー", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>      "name": "上田 光", "mail": "ueda@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 2, "name": "原 望",
>      "mail": "hara@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 3, "name": "森田 葵",
>      "mail": "morita@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 4, "name": "今井 純",
>      "mail": "imai@tax-asp.example.jp", "to": "2027-03-31"}], "reason": "保守", "pledgeNo": "SEI-12",
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00001
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00001
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 保守要員のGCASユーザー

> show findings
  findings  variable  is  []

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-09 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00001] 承認をお願いします: 保守要員のGCASユーザー

> complete E30 {"outcome": "approved"}
  Start_Join    message                   correlated  gcas-request.join
  E30           user task                 completed
  G44           exclusive gateway         completed   took いいえ
  G46           exclusive gateway         completed   took 承認
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00001
  gcas-request  process                   activated   as GRQ-R08-00001
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took はい
  Q20           intermediate catch event  activated   until 2026-04-10 15:00
  Q90_Start     message                   awaited     gcas-request.join, key user/2026-04-10
  Q92_Start     message                   awaited     gcas-request.leave, key user/2026-04-10
  Q94_Start     message                   awaited     gcas-request.answered, key user/2026-04-10

# The form of the week closes on Friday at 15:00.
> wait until 2026-04-10 15:00
  Q20  intermediate catch event  completed
  G22  exclusive gateway         completed  took はい
  Q50  user task                 created    for iom.operator, due 2026-04-13 23:59

> complete Q50 {}
  Q50  user task          completed
  Q52  service task       activated  job dandori:form
  Q52  service task       completed
  G54  exclusive gateway  completed  took はい
  G22  exclusive gateway  completed  took はい
  Q50  user task          created    for iom.operator, due 2026-04-13 23:59

# The form has no kana: the desk is told line by line, with the cell.
> show form of GRQ-R08-00001
  form  variable  is  {"template":"gcas_user","version":1,"title":"GCASユーザー登録・変更・削除","number":"GRQ-R08-00001-1","lineCount":4,"isComplete":false,"faults":[{"line":1,"column":"family_kana","header":"姓（カナ）","cell":"F8","message":"必ず書いてください","level":"error"},{"line":1,"column":"given_kana","header":"名（カナ）","cell":"G8","message":"必ず書いてください","level":"error"},{"line":2,"column":"family_kana","header":"姓（カナ）","cell":"F9","message":"必ず書いてください","level":"error"},{"line":2,"column":"given_kana","header":"名（カナ）","cell":"G9","message":"必ず書いてください","level":"error"},{"line":3,"column":"family_kana","header":"姓（カナ）","cell":"F10","message":"必ず書いてください","level":"error"},{"line":3,"column":"given_kana","header":"名（カナ）","cell":"G10","message":"必ず書いてください","level":"error"},{"line":4,"column":"family_kana","header":"姓（カナ）","cell":"F11","message":"必ず書いてください","level":"error"},{"line":4,"column":"given_kana","header":"名（カナ）","cell":"G11","message":"必ず書いてください","level":"error"}],"changes":[],"documents":[],"checklist":["氏名とカナ、個人のメールアドレスが本人のものか","利用終了日が契約の終わりまでか"],"portalUrl":""}

> complete Q50
>     {"formLines": [{"caseNo": "ACC-R08-00001", "lineNo": 1, "kind": "user", "system": "SYS-46", "csp": "aws", "party": "joint_asp/SYS-46",
>      "contact": "hayashi@tax-asp.example.jp", "reason": "保守", "name": "上田 光", "kana": "ｳｴﾀﾞ ﾋｶﾙ", "mail": "ueda@tax-asp.example.jp", "to": "2027-03-31"},
>      {"caseNo": "ACC-R08-00001", "lineNo": 2, "kind": "user", "system": "SYS-46", "csp": "aws", "party": "joint_asp/SYS-46",
>      "contact": "hayashi@tax-asp.example.jp", "reason": "保守", "name": "原 望", "kana": "ハラ ノゾミ", "mail": "hara@tax-asp.example.jp", "to": "2027-03-31"},
>      {"caseNo": "ACC-R08-00001", "lineNo": 3, "kind": "user", "system": "SYS-46", "csp": "aws", "party": "joint_asp/SYS-46",
>      "contact": "hayashi@tax-asp.example.jp", "reason": "保守", "name": "森田 葵", "kana": "モリタ アオイ", "mail": "morita@tax-asp.example.jp", "to": "2027-03-31"},
>      {"caseNo": "ACC-R08-00001", "lineNo": 4, "kind": "user", "system": "SYS-46", "csp": "aws", "party": "joint_asp/SYS-46",
>      "contact": "hayashi@tax-asp.example.jp", "reason": "保守", "name": "今井 純", "kana": "イマイ ジュン", "mail": "imai@tax-asp.example.jp", "to": "2027-03-31"}]}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_user_GRQ-R08-00001-2.xlsx
  -                   document           made       gcas_user_GRQ-R08-00001-2.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00001-2.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-04-13 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00001] GCASへの申請をお願いします: GRQ-R08-00001-2

> complete Q60 {"outcome": "returned", "returnReason": "カナの誤り"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took いいえ
  G22  exclusive gateway  completed  took はい
  Q50  user task          created    for iom.operator, due 2026-04-13 23:59

> complete Q50 {}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_user_GRQ-R08-00001-3.xlsx
  -                   document           made       gcas_user_GRQ-R08-00001-3.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00001-3.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-04-13 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00001] GCASへの申請をお願いします: GRQ-R08-00001-3

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-13 23:59

> complete Q70 {"receiptNo": "G-555", "gcasSubmittedAt": "2026-04-10T16:00:00+09:00"}
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-24 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00001
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated

# Nothing for ten business days: a reminder.
> wait until 2026-04-24 15:00
  E80_Remind        boundary event  completed
  E82               send task       completed
  E82_End           end event       completed
  ML-e-answer_wait  mail            written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答をお待ちしています: 保守要員のGCASユーザー

# The first part of the answer, by message: one issued, one rejected with its reason. The case goes on alone with each.
> publish gcas.answer key ACC-R08-00001
>     {"lines": [{"lineNo": 1, "result": "issued", "issuedId": "u-1", "message": null}, {"lineNo": 2,
>      "result": "rejected", "issuedId": null, "message": "所属が確かめられない"}]}
  E80_Message  message                   correlated  gcas.answer
  Q94_Start    message                   correlated  gcas-request.answered
  E80          user task                 terminated
  E80_Message  boundary event            completed
  E90          script task               completed
  E91          multi instance body       completed
  E91          send task                 completed
  G92          exclusive gateway         completed   took いいえ
  G93          exclusive gateway         completed
  G94          parallel gateway          completed
  G97          exclusive gateway         completed   took 残りあり
  L97          intermediate throw event  completed
  L83          intermediate catch event  completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-05-14 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00001
  Q94          event sub process         completed
  Q94_Start    start event               completed
  Q95          script task               completed
  Q94_End      end event                 completed
  E98          send task                 completed
  E100         multi instance body       activated
  E100         sub process               activated
  E100_Start   start event               completed
  E101         user task                 created     for iom.operator, due 2026-04-27 23:59
  ML-e-answer  mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答: 保守要員のGCASユーザー

> complete E101 {"handOver": "invitation", "handedTo": "上田"}
  E101         user task          completed
  E104         send task          completed
  G105         exclusive gateway  completed  took はい
  E110         user task          created    for joint_asp/SYS-46.staff, due 2026-05-07 15:00
  E110_Late    timer              waits      until 2026-05-07 15:00
  E110_Stop    timer              waits      until 2026-05-14 15:00
  ML-e-issued  mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] アカウントを払い出しました: 保守要員のGCASユーザー

# The same answer again, and line 1 answered differently: a person looks, the first answer stays. Line 3 is asked about.
> publish gcas.answer key ACC-R08-00001
>     {"lines": [{"lineNo": 1, "result": "issued", "issuedId": "u-9", "message": null}, {"lineNo": 2,
>      "result": "rejected", "issuedId": null, "message": "所属が確かめられない"}, {"lineNo": 3, "result": "question",
>      "issuedId": null, "message": "メールの綴りは"}]}
  E80_Message  message              correlated  gcas.answer
  Q94_Start    message              correlated  gcas-request.answered
  E80          user task            terminated
  E80_Message  boundary event       completed
  E90          script task          completed
  E91          multi instance body  completed
  E91          send task            completed
  G92          exclusive gateway    completed   took はい
  E93          user task            created     for iom.operator, due 2026-04-27 23:59
  Q94          event sub process    completed
  Q94_Start    start event          completed
  Q95          script task          completed
  Q94_End      end event            completed

> show results conflicts
  results    variable  is  [{"lineNo":1,"result":"issued","issuedId":"u-1","message":null},{"lineNo":2,"result":"rejected","issuedId":null,"message":"所属が確かめられない"},{"lineNo":3,"result":"question","issuedId":null,"message":"メールの綴りは"}]
  conflicts  variable  is  [{"lineNo":1,"result":"issued","issuedId":"u-9","message":null}]

> complete E93 {"conflictNote": "u-1 が正しい"}
  Start_Join    message                   correlated  gcas-request.join
  E93           user task                 completed
  G93           exclusive gateway         completed
  G94           parallel gateway          completed
  G97           exclusive gateway         completed   took 照会
  L98           intermediate throw event  completed
  L51           intermediate catch event  completed
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00001
  gcas-request  process                   activated   as GRQ-R08-00002
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took いいえ
  G22           exclusive gateway         completed   took はい
  Q50           user task                 created     for iom.operator, due 2026-04-27 23:59
  Q90_Start     message                   awaited     gcas-request.join, key ACC-R08-00001/2
  Q92_Start     message                   awaited     gcas-request.leave, key ACC-R08-00001/2
  Q94_Start     message                   awaited     gcas-request.answered, key ACC-R08-00001/2
  E98           send task                 completed
  E100          multi instance body       completed
  E117          script task               completed
  G118          exclusive gateway         completed   took 発行・変更
  End_Issued    end event                 completed
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答: 保守要員のGCASユーザー

> complete Q50 {"formNote": "綴りは正しい"}
  Q50                 user task          completed
  Q52                 service task       activated  job dandori:form
  -                   document           made       gcas_user_GRQ-R08-00002-1.xlsx
  -                   document           made       gcas_user_GRQ-R08-00002-1.csv
  Q52                 service task       completed
  G54                 exclusive gateway  completed  took いいえ
  DOC-e-request_form  document           made       申請書 GRQ-R08-00002-1.pdf
  Q56                 service task       completed
  Q58                 send task          completed
  Q60                 user task          created    for ward_is.staff, due 2026-04-27 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00002] GCASへの申請をお願いします: GRQ-R08-00002-1

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-27 23:59

> complete Q70 {"receiptNo": "G-556", "gcasSubmittedAt": "2026-04-24T17:00:00+09:00"}
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-05-14 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00001
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated

> complete E110 {"confirmedOn": "2026-04-25", "mfaSet": true}
  E110  user task  completed
  E120  user task  created    for iom.operator, due 2026-04-27 23:59

> complete E120 {}
  E120        user task            completed
  E121        service task         completed
  E120_End    end event            completed
  E117        script task          completed
  G118        exclusive gateway    completed  took 発行・変更
  End_Issued  end event            completed
  E100        sub process          completed
  E100        multi instance body  completed
  accounts    table                row added  u-1 {"account_id":"u-1","kind":"gcas_user","system":"SYS-46","csp":"aws","owner":"joint_asp/SYS-46","person":"上田 光","mail":"ueda@tax-asp.example.jp","from":"2026-04-24","to":"2027-03-31","state":"active","request_no":"ACC-R08-00001"}

# Typed in by the desk.
> complete E80
>     {"lines": [{"lineNo": 3, "result": "issued", "issuedId": "u-3", "message": null}, {"lineNo": 4,
>      "result": "issued", "issuedId": "u-4", "message": null}]}
  Q94_Start     message                   correlated  gcas-request.answered
  Q94_Start     message                   correlated  gcas-request.answered
  E80           user task                 completed
  E90           script task               completed
  E91           multi instance body       completed
  E91           send task                 completed
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
  E100          sub process               activated
  E100_Start    start event               completed
  E100_Start    start event               completed
  E101          user task                 created     for iom.operator, due 2026-04-27 23:59
  E101          user task                 created     for iom.operator, due 2026-04-27 23:59
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答: 保守要員のGCASユーザー

> show results
  results  variable  is  [{"lineNo":1,"result":"issued","issuedId":"u-1","message":null},{"lineNo":2,"result":"rejected","issuedId":null,"message":"所属が確かめられない"},{"lineNo":3,"result":"question","issuedId":null,"message":"メールの綴りは"},{"lineNo":3,"result":"issued","issuedId":"u-3","message":null},{"lineNo":4,"result":"issued","issuedId":"u-4","message":null}]

> complete E101 {"handOver": "in_person", "handedTo": "森田"}
  E101         user task          completed
  E104         send task          completed
  G105         exclusive gateway  completed  took はい
  E110         user task          created    for joint_asp/SYS-46.staff, due 2026-05-07 15:00
  E110_Late    timer              waits      until 2026-05-07 15:00
  E110_Stop    timer              waits      until 2026-05-14 15:00
  ML-e-issued  mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] アカウントを払い出しました: 保守要員のGCASユーザー

> complete E101 {"handOver": "in_person", "handedTo": "今井"}
  E101         user task          completed
  E104         send task          completed
  G105         exclusive gateway  completed  took はい
  E110         user task          created    for joint_asp/SYS-46.staff, due 2026-05-07 15:00
  E110_Late    timer              waits      until 2026-05-07 15:00
  E110_Stop    timer              waits      until 2026-05-14 15:00
  ML-e-issued  mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] アカウントを払い出しました: 保守要員のGCASユーザー

> complete E110 {"confirmedOn": "2026-04-27", "mfaSet": true}
  E110  user task  completed
  E120  user task  created    for iom.operator, due 2026-04-27 23:59

> complete E120 {}
  E120      user task     completed
  E121      service task  completed
  E120_End  end event     completed
  E100      sub process   completed
  accounts  table         row added  u-3 {"account_id":"u-3","kind":"gcas_user","system":"SYS-46","csp":"aws","owner":"joint_asp/SYS-46","person":"森田 葵","mail":"morita@tax-asp.example.jp","from":"2026-04-24","to":"2027-03-31","state":"active","request_no":"ACC-R08-00001"}

# Line 4 is never used: asked after five business days, stopped after ten.
> wait until 2026-05-14 15:00
  at                2026-05-07 15:00
  E110_Late         boundary event    completed
  E112              send task         completed
  E112_End          end event         completed
  ML-e-first_login  mail              written     to hayashi@tax-asp.example.jp: [ACC-R08-00001] 初回ログインをお願いします: 保守要員のGCASユーザー
  E110              user task         terminated
  E110_Stop         boundary event    completed
  E114              user task         created     for iom.operator, due 2026-05-15 23:59

> complete E114 {"stoppedOn": "2026-05-14"}
  E114  user task    completed
  E115  script task  completed
  E120  user task    created    for iom.operator, due 2026-05-15 23:59

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
  accounts     table                row added  u-4 {"account_id":"u-4","kind":"gcas_user","system":"SYS-46","csp":"aws","owner":"joint_asp/SYS-46","person":"今井 純","mail":"imai@tax-asp.example.jp","from":"2026-05-14","to":"2027-03-31","state":"stopped","request_no":"ACC-R08-00001"}

> show accounts
  accounts  variable  is  [{"lineNo":1,"id":"u-1","state":"issued"},{"lineNo":3,"id":"u-3","state":"issued"},{"lineNo":4,"id":"u-4","state":"stopped"}]
