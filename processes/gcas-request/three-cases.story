# Three cases with 1, 2 and 40 lines become one form. It is answered in two files, out of order; one line is rejected, one asked about: each case goes on
# alone.
process  .
with     ../csp-account
people   ../demo/users.json
clock    2026-04-07 10:00 Asia/Tokyo

> start csp-account
>     {"title": "一人の依頼", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>     "name": "上田 光", "kana": "ウエダ ヒカル", "mail": "hayashi1@tax-asp.example.jp", "to": "2027-03-31"}],
>     "reason": "保守", "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>     "mail": "hayashi@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00001
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00001
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 一人の依頼

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-09 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00001] 承認をお願いします: 一人の依頼

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

> start csp-account
>     {"title": "二人の依頼", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>     "name": "原 望", "kana": "ウエダ ヒカル", "mail": "hara1@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 2,
>     "name": "原 望", "kana": "ウエダ ヒカル", "mail": "hara2@tax-asp.example.jp", "to": "2027-03-31"}],
>     "reason": "保守", "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>     "mail": "hara@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00002
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00002
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-08 23:59
  ML-e-received  mail                written    to hara@tax-asp.example.jp: [ACC-R08-00002] アカウント発行依頼を受け付けました: 二人の依頼

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-09 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00002] 承認をお願いします: 二人の依頼

> complete E30 {"outcome": "approved"}
  Q90_Start  message            correlated  gcas-request.join
  Q90        event sub process  completed
  Q90_Start  start event        completed
  Q91        script task        completed
  Q90_End    end event          completed
  E30        user task          completed
  G44        exclusive gateway  completed   took いいえ
  G46        exclusive gateway  completed   took 承認
  E40        script task        completed
  E42        send task          completed
  E44        receive task       activated   for message gcas-request.submitted, key ACC-R08-00002

# Also one that is approved on the last day.
> wait until 2026-04-10 14:00

> start csp-account
>     {"title": "四十人の依頼", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>     "name": "山田 人1", "kana": "ヤマダ ヒト", "mail": "yamada1@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 2, "name": "山田 人2", "kana": "ヤマダ ヒト", "mail": "yamada2@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 3, "name": "山田 人3", "kana": "ヤマダ ヒト",
>     "mail": "yamada3@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 4, "name": "山田 人4",
>     "kana": "ヤマダ ヒト", "mail": "yamada4@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 5,
>     "name": "山田 人5", "kana": "ヤマダ ヒト", "mail": "yamada5@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 6, "name": "山田 人6", "kana": "ヤマダ ヒト", "mail": "yamada6@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 7, "name": "山田 人7", "kana": "ヤマダ ヒト",
>     "mail": "yamada7@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 8, "name": "山田 人8",
>     "kana": "ヤマダ ヒト", "mail": "yamada8@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 9,
>     "name": "山田 人9", "kana": "ヤマダ ヒト", "mail": "yamada9@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 10, "name": "山田 人10", "kana": "ヤマダ ヒト", "mail": "yamada10@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 11, "name": "山田 人11", "kana": "ヤマダ ヒト",
>     "mail": "yamada11@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 12, "name": "山田 人12",
>     "kana": "ヤマダ ヒト", "mail": "yamada12@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 13,
>     "name": "山田 人13", "kana": "ヤマダ ヒト", "mail": "yamada13@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 14, "name": "山田 人14", "kana": "ヤマダ ヒト", "mail": "yamada14@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 15, "name": "山田 人15", "kana": "ヤマダ ヒト",
>     "mail": "yamada15@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 16, "name": "山田 人16",
>     "kana": "ヤマダ ヒト", "mail": "yamada16@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 17,
>     "name": "山田 人17", "kana": "ヤマダ ヒト", "mail": "yamada17@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 18, "name": "山田 人18", "kana": "ヤマダ ヒト", "mail": "yamada18@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 19, "name": "山田 人19", "kana": "ヤマダ ヒト",
>     "mail": "yamada19@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 20, "name": "山田 人20",
>     "kana": "ヤマダ ヒト", "mail": "yamada20@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 21,
>     "name": "山田 人21", "kana": "ヤマダ ヒト", "mail": "yamada21@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 22, "name": "山田 人22", "kana": "ヤマダ ヒト", "mail": "yamada22@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 23, "name": "山田 人23", "kana": "ヤマダ ヒト",
>     "mail": "yamada23@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 24, "name": "山田 人24",
>     "kana": "ヤマダ ヒト", "mail": "yamada24@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 25,
>     "name": "山田 人25", "kana": "ヤマダ ヒト", "mail": "yamada25@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 26, "name": "山田 人26", "kana": "ヤマダ ヒト", "mail": "yamada26@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 27, "name": "山田 人27", "kana": "ヤマダ ヒト",
>     "mail": "yamada27@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 28, "name": "山田 人28",
>     "kana": "ヤマダ ヒト", "mail": "yamada28@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 29,
>     "name": "山田 人29", "kana": "ヤマダ ヒト", "mail": "yamada29@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 30, "name": "山田 人30", "kana": "ヤマダ ヒト", "mail": "yamada30@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 31, "name": "山田 人31", "kana": "ヤマダ ヒト",
>     "mail": "yamada31@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 32, "name": "山田 人32",
>     "kana": "ヤマダ ヒト", "mail": "yamada32@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 33,
>     "name": "山田 人33", "kana": "ヤマダ ヒト", "mail": "yamada33@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 34, "name": "山田 人34", "kana": "ヤマダ ヒト", "mail": "yamada34@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 35, "name": "山田 人35", "kana": "ヤマダ ヒト",
>     "mail": "yamada35@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 36, "name": "山田 人36",
>     "kana": "ヤマダ ヒト", "mail": "yamada36@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 37,
>     "name": "山田 人37", "kana": "ヤマダ ヒト", "mail": "yamada37@tax-asp.example.jp", "to": "2027-03-31"},
>     {"lineNo": 38, "name": "山田 人38", "kana": "ヤマダ ヒト", "mail": "yamada38@tax-asp.example.jp",
>     "to": "2027-03-31"}, {"lineNo": 39, "name": "山田 人39", "kana": "ヤマダ ヒト",
>     "mail": "yamada39@tax-asp.example.jp", "to": "2027-03-31"}, {"lineNo": 40, "name": "山田 人40",
>     "kana": "ヤマダ ヒト", "mail": "yamada40@tax-asp.example.jp", "to": "2027-03-31"}], "reason": "保守",
>     "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>     "mail": "yamada@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00003
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00003
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-13 23:59
  ML-e-received  mail                written    to yamada@tax-asp.example.jp: [ACC-R08-00003] アカウント発行依頼を受け付けました: 四十人の依頼

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-14 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00003] 承認をお願いします: 四十人の依頼

> complete E30 {"outcome": "approved"}
  Q90_Start  message            correlated  gcas-request.join
  Q90        event sub process  completed
  Q90_Start  start event        completed
  Q91        script task        completed
  Q90_End    end event          completed
  E30        user task          completed
  G44        exclusive gateway  completed   took いいえ
  G46        exclusive gateway  completed   took 承認
  E40        script task        completed
  E42        send task          completed
  E44        receive task       activated   for message gcas-request.submitted, key ACC-R08-00003

> wait until 2026-04-10 15:00
  Q20  intermediate catch event  completed
  G22  exclusive gateway         completed  took はい
  Q50  user task                 created    for iom.operator, due 2026-04-13 23:59

# What is approved after that goes into the form of the week after.
> start csp-account
>     {"title": "次の週の依頼", "kind": "user", "system": "SYS-46", "csp": "aws", "requestLines": [{"lineNo": 1,
>     "name": "今井 純", "kana": "ウエダ ヒカル", "mail": "imai1@tax-asp.example.jp", "to": "2027-03-31"}],
>     "reason": "保守", "pledgeNo": "SEI-12", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>     "mail": "imai@tax-asp.example.jp"}}
  csp-account    process             activated  as ACC-R08-00004
  Start_Form     start event         completed
  E10            script task         completed
  E95_Start      message             awaited    withdraw, key ACC-R08-00004
  E12            send task           completed
  E18            business rule task  completed
  E20            user task           created    for iom.operator, due 2026-04-13 23:59
  ML-e-received  mail                written    to imai@tax-asp.example.jp: [ACC-R08-00004] アカウント発行依頼を受け付けました: 次の週の依頼

> complete E20 {"outcome": "accepted"}
  E20                    user task           completed
  G25                    exclusive gateway   completed  took いいえ
  E28                    business rule task  completed
  E29                    send task           completed
  E30                    user task           created    for ward_is.chief
  E30_Remind             timer               waits      until 2026-04-14 09:00
  ML-e-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [ACC-R08-00004] 承認をお願いします: 次の週の依頼

> complete E30 {"outcome": "approved"}
  Start_Join    message                   correlated  gcas-request.join
  E30           user task                 completed
  G44           exclusive gateway         completed   took いいえ
  G46           exclusive gateway         completed   took 承認
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00004
  gcas-request  process                   activated   as GRQ-R08-00002
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took はい
  Q20           intermediate catch event  activated   until 2026-04-17 15:00
  Q90_Start     message                   awaited     gcas-request.join, key user/2026-04-17
  Q92_Start     message                   awaited     gcas-request.leave, key user/2026-04-17
  Q94_Start     message                   awaited     gcas-request.answered, key user/2026-04-17

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
  Q60                 user task          created    for ward_is.staff, due 2026-04-13 23:59
  ML-e-submit         mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [GRQ-R08-00001] GCASへの申請をお願いします: GRQ-R08-00001-1

> show form state title of GRQ-R08-00001
  form   variable  is  {"template":"gcas_user","version":1,"title":"GCASユーザー登録・変更・削除","number":"GRQ-R08-00001-1","lineCount":43,"isComplete":true,"faults":[],"changes":[],"documents":[{"camunda.document.type":"camunda","storeId":"in-store","documentId":"request-form-add285fbe6f64534c13fbe4eeeeb41f50b0e63c9","contentHash":"c61a78090c2bb250147dd8d2f67c6860744c1f517ed7c27ae226e69609a14f86","metadata":{"contentType":"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet","fileName":"gcas_user_GRQ-R08-00001-1.xlsx","expiresAt":null,"size":9496,"processDefinitionId":"gcas-request","processInstanceKey":"2251799813685374","customProperties":{}}},{"camunda.document.type":"camunda","storeId":"in-store","documentId":"request-form-f104a74c57a8f20f9a698e5064032fc44ae0d9c5","contentHash":"661a0b58e216bb4175e55fafca329437043be5d99417310c81c77d67d7ccf85d","metadata":{"contentType":"text/csv; charset=utf-8","fileName":"gcas_user_GRQ-R08-00001-1.csv","expiresAt":null,"size":8104,"processDefinitionId":"gcas-request","processInstanceKey":"2251799813685374","customProperties":{}}}],"checklist":["氏名とカナ、個人のメールアドレスが本人のものか","利用終了日が契約の終わりまでか"],"portalUrl":""}
  state  variable  is  "validated"
  title  variable  is  "ACC-R08-00001、ACC-R08-00002、ACC-R08-00003"

> complete Q60 {"outcome": "approved"}
  Q60  user task          completed
  G60  exclusive gateway  completed  took はい
  Q70  user task          created    for ward_is.staff, due 2026-04-13 23:59

> complete Q70 {"receiptNo": "G-555", "gcasSubmittedAt": "2026-04-10T16:00:00+09:00"}
  E44          message                   correlated  gcas-request.submitted
  E44          message                   correlated  gcas-request.submitted
  E44          message                   correlated  gcas-request.submitted
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-24 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00001
  Q70          user task                 completed
  Q75          multi instance body       completed
  Q75          send task                 completed
  Q75          send task                 completed
  Q75          send task                 completed
  Q80          intermediate catch event  activated
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-24 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00002
  E44          receive task              completed
  E80          user task                 created     for iom.operator
  E80_Remind   timer                     waits       until 2026-04-24 15:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00003

> wait until 2026-04-20 10:00
  at   2026-04-17 15:00
  Q20  intermediate catch event  completed
  G22  exclusive gateway         completed  took はい
  Q50  user task                 created    for iom.operator, due 2026-04-20 23:59

# The second file comes first, and is told to each case: the big case in part, one line of the middle one rejected, with the reason in the mail.
> publish gcas.answer key ACC-R08-00003
>     {"lines": [{"lineNo": 40, "result": "issued", "issuedId": "u-40", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 39, "result": "issued", "issuedId": "u-39", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 38, "result": "issued", "issuedId": "u-38", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 37, "result": "issued", "issuedId": "u-37", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 36, "result": "issued", "issuedId": "u-36", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 35, "result": "issued", "issuedId": "u-35", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 34, "result": "issued", "issuedId": "u-34", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 33, "result": "issued", "issuedId": "u-33", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 32, "result": "issued", "issuedId": "u-32", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 31, "result": "issued", "issuedId": "u-31", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 30, "result": "issued", "issuedId": "u-30", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 29, "result": "issued", "issuedId": "u-29", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 28, "result": "issued", "issuedId": "u-28", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 27, "result": "issued", "issuedId": "u-27", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 26, "result": "issued", "issuedId": "u-26", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 25, "result": "issued", "issuedId": "u-25", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 24, "result": "issued", "issuedId": "u-24", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 23, "result": "issued", "issuedId": "u-23", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 22, "result": "issued", "issuedId": "u-22", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 21, "result": "issued", "issuedId": "u-21", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 20, "result": "issued", "issuedId": "u-20", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 19, "result": "issued", "issuedId": "u-19", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 18, "result": "issued", "issuedId": "u-18", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 17, "result": "issued", "issuedId": "u-17", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 16, "result": "issued", "issuedId": "u-16", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 15, "result": "issued", "issuedId": "u-15", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 14, "result": "issued", "issuedId": "u-14", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 13, "result": "issued", "issuedId": "u-13", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 12, "result": "issued", "issuedId": "u-12", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 11, "result": "issued", "issuedId": "u-11", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 10, "result": "issued", "issuedId": "u-10", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 9, "result": "issued", "issuedId": "u-9", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 8,
>     "result": "issued", "issuedId": "u-8", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 7,
>     "result": "issued", "issuedId": "u-7", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 6,
>     "result": "issued", "issuedId": "u-6", "answeredOn": "2026-04-20", "message": null}]}
  E80_Message  message                   correlated  gcas.answer
  Q94_Start    message                   correlated  gcas-request.answered
  Q94          event sub process         completed
  Q94_Start    start event               completed
  Q95          script task               completed
  Q94_End      end event                 completed
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
  E80_Remind   timer                     waits       until 2026-05-08 10:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00003
  E98          send task                 completed
  E100         multi instance body       activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100         sub process               activated
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E100_Start   start event               completed
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  E101         user task                 created     for iom.operator, due 2026-04-21 23:59
  ML-e-answer  mail                      written     to yamada@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00003] GCASの回答: 四十人の依頼

> publish gcas.answer key ACC-R08-00002
>     {"lines": [{"lineNo": 2, "result": "rejected", "issuedId": null, "answeredOn": "2026-04-20",
>     "message": "所属が確かめられない"}]}
  E80_Message  message                   correlated  gcas.answer
  Q94_Start    message                   correlated  gcas-request.answered
  Q94          event sub process         completed
  Q94_Start    start event               completed
  Q95          script task               completed
  Q94_End      end event                 completed
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
  E80_Remind   timer                     waits       until 2026-05-08 10:00
  E80_Message  message                   awaited     gcas.answer, key ACC-R08-00002
  E98          send task                 completed
  E100         multi instance body       completed
  E117         script task               completed
  G118         exclusive gateway         completed   took なし
  End_None     end event                 completed
  ML-e-answer  mail                      written     to hara@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00002] GCASの回答: 二人の依頼

> show results of ACC-R08-00002
  results  variable  is  [{"lineNo":2,"result":"rejected","issuedId":null,"answeredOn":"2026-04-20","message":"所属が確かめられない"}]

> show state of GRQ-R08-00001
  state  variable  is  "partly_answered"

# The first file: one line is asked about and goes into a form of its own; the last lines are answered, and the form is over.
> publish gcas.answer key ACC-R08-00002
>     {"lines": [{"lineNo": 1, "result": "question", "issuedId": null, "answeredOn": "2026-04-20",
>     "message": "綴りを確かめてください"}]}
  E80_Message   message                   correlated  gcas.answer
  Q94_Start     message                   correlated  gcas-request.answered
  Start_Join    message                   correlated  gcas-request.join
  Q94           event sub process         completed
  Q94_Start     start event               completed
  Q95           script task               completed
  Q94_End       end event                 completed
  E80           user task                 terminated
  E80_Message   boundary event            completed
  E90           script task               completed
  E91           multi instance body       completed
  E91           send task                 completed
  G92           exclusive gateway         completed   took いいえ
  G93           exclusive gateway         completed
  G94           parallel gateway          completed
  G97           exclusive gateway         completed   took 照会
  L98           intermediate throw event  completed
  L51           intermediate catch event  completed
  E40           script task               completed
  E42           send task                 completed
  E44           receive task              activated   for message gcas-request.submitted, key ACC-R08-00002
  gcas-request  process                   activated   as GRQ-R08-00003
  Start_Join    start event               completed
  Q10           script task               completed
  G15           exclusive gateway         completed   took いいえ
  G22           exclusive gateway         completed   took はい
  Q50           user task                 created     for iom.operator, due 2026-04-21 23:59
  Q90_Start     message                   awaited     gcas-request.join, key ACC-R08-00002/2
  Q92_Start     message                   awaited     gcas-request.leave, key ACC-R08-00002/2
  Q94_Start     message                   awaited     gcas-request.answered, key ACC-R08-00002/2
  E98           send task                 completed
  E100          multi instance body       completed
  E117          script task               completed
  G118          exclusive gateway         completed   took なし
  End_None      end event                 completed
  ML-e-answer   mail                      written     to hara@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00002] GCASの回答: 二人の依頼

> publish gcas.answer key ACC-R08-00003
>     {"lines": [{"lineNo": 1, "result": "issued", "issuedId": "u-1", "answeredOn": "2026-04-20", "message": null},
>     {"lineNo": 2, "result": "issued", "issuedId": "u-2", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 3,
>     "result": "issued", "issuedId": "u-3", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 4,
>     "result": "issued", "issuedId": "u-4", "answeredOn": "2026-04-20", "message": null}, {"lineNo": 5,
>     "result": "issued", "issuedId": "u-5", "answeredOn": "2026-04-20", "message": null}]}
  E80_Message   message              correlated  gcas.answer
  Q94_Start     message              correlated  gcas-request.answered
  Q94           event sub process    completed
  Q94_Start     start event          completed
  Q95           script task          completed
  Q94_End       end event            completed
  E80           user task            terminated
  E80_Message   boundary event       completed
  E90           script task          completed
  E91           multi instance body  completed
  E91           send task            completed
  G92           exclusive gateway    completed   took いいえ
  G93           exclusive gateway    completed
  G94           parallel gateway     completed
  G97           exclusive gateway    completed   took なし
  End_Answered  end event            completed
  E98           send task            completed
  E100          multi instance body  activated
  E100          sub process          activated
  E100          sub process          activated
  E100          sub process          activated
  E100          sub process          activated
  E100          sub process          activated
  E100_Start    start event          completed
  E100_Start    start event          completed
  E100_Start    start event          completed
  E100_Start    start event          completed
  E100_Start    start event          completed
  E101          user task            created     for iom.operator, due 2026-04-21 23:59
  E101          user task            created     for iom.operator, due 2026-04-21 23:59
  E101          user task            created     for iom.operator, due 2026-04-21 23:59
  E101          user task            created     for iom.operator, due 2026-04-21 23:59
  E101          user task            created     for iom.operator, due 2026-04-21 23:59
  ML-e-answer   mail                 written     to yamada@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00003] GCASの回答: 四十人の依頼

> publish gcas.answer key ACC-R08-00001
>     {"lines": [{"lineNo": 1, "result": "issued", "issuedId": "u-101", "answeredOn": "2026-04-20", "message": null}]}
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
  E101          user task                 created     for iom.operator, due 2026-04-21 23:59
  ML-e-answer   mail                      written     to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACC-R08-00001] GCASの回答: 一人の依頼

> show results of ACC-R08-00002
  results  variable  is  [{"lineNo":2,"result":"rejected","issuedId":null,"answeredOn":"2026-04-20","message":"所属が確かめられない"},{"lineNo":1,"result":"question","issuedId":null,"answeredOn":"2026-04-20","message":"綴りを確かめてください"}]

> show formLines previousNo of GRQ-R08-00003
  formLines   variable  is  [{"lineNo":1,"name":"原 望","kana":"ウエダ ヒカル","mail":"hara1@tax-asp.example.jp","to":"2027-03-31","permission":null,"caseNo":"ACC-R08-00002","kind":"user","system":"SYS-46","csp":"aws","environment":null,"party":"joint_asp/SYS-46","contact":"hara@tax-asp.example.jp","reason":"保守","question":"綴りを確かめてください","remark":null}]
  previousNo  variable  is  "GRQ-R08-00001-1"
