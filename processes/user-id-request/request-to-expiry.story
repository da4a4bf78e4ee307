# Two people: one gets an ID and logs in late, for the other it can't be done; the ID ends on 30 June and is deleted.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル",
>      "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp"}, {"name": "原 望", "kana": "ハラ ノゾミ",
>      "organisation": "税務ASP", "mail": "hara@tax-asp.example.jp"}], "directory": "integrated", "systems": ["SYS-46"],
>      "from": "2026-04-13", "to": "2026-06-30", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "departments": ["税務課"]}
  user-id-request  process             activated  as UID-R08-00001
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00001
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00001] 申請を受け付けました: 保守要員のID

> show findings
  findings  variable  is  []

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
  ML-b4-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [UID-R08-00001] 承認をお願いします: 保守要員のID

> complete B40 {"outcome": "approved"}
  B40                 user task            completed
  G44                 exclusive gateway    completed  took いいえ
  G46                 exclusive gateway    completed  took 承認
  G53                 exclusive gateway    completed  took いいえ
  DOC-b4-application  document             made       ユーザID設置申請書 UID-R08-00001 保守要員のID.pdf
  B49                 service task         completed
  B47                 business rule task   completed
  B50                 send task            completed
  B60                 multi instance body  activated
  B60                 sub process          activated
  B60                 sub process          activated
  B60_Start           start event          completed
  B60_Start           start event          completed
  B70                 user task            created    for infra.staff, infra.leader, due 2026-04-07 23:59
  B70                 user task            created    for infra.staff, infra.leader, due 2026-04-07 23:59
  ML-b4-result        mail                 written    to hayashi@tax-asp.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00001] 申請の結果: 保守要員のID

> show performer
  performer  variable  is  {"party":"infra","name":"インフラ統合基盤"}

> complete B70 {"outcome": "done", "userId": "zm0123", "handOver": "in_person"}
  B70                  user task          completed
  G71                  exclusive gateway  completed  took はい
  B72                  send task          completed
  G73                  exclusive gateway  completed  took はい
  B74                  user task          created    for joint_asp/SYS-46.staff
  B74_Late             timer              waits      until 2026-04-09 10:00
  ML-b4-account_ready  mail               written    to ueda@tax-asp.example.jp; copy to hayashi@tax-asp.example.jp: [UID-R08-00001] ユーザIDの設置が終わりました: 保守要員のID

> complete B70 {"outcome": "failed", "failReason": "同じ方のIDがすでにある"}
  B70           user task          completed
  G71           exclusive gateway  completed  took いいえ
  B71           send task          completed
  B71_End       end event          completed
  B60           sub process        completed
  ML-b4-failed  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00001] ユーザIDを設置できません: 保守要員のID

# Five business days without a login.
> wait until 2026-04-09 10:00
  B74_Late           boundary event  completed
  B75                send task       completed
  B75_End            end event       completed
  ML-b4-first_login  mail            written    to ueda@tax-asp.example.jp; copy to hayashi@tax-asp.example.jp: [UID-R08-00001] 初回ログインをお願いします: 保守要員のID

> complete B74 {"confirmedOn": "2026-04-09"}
  B74      user task            completed
  B74_End  end event            completed
  B80      user task            created    for iom.operator, due 2026-04-10 23:59
  B60      sub process          completed
  B60      multi instance body  completed

> show ids
  ids  variable  is  [{"name":"上田 光","userId":"zm0123","state":"done","confirmedOn":"2026-04-09"},{"name":"原 望","userId":null,"state":"failed","confirmedOn":null}]

> complete B80
  B80            user task                 completed
  B81            service task              completed
  user_ids       table                     row added  zm0123 {"user_id":"zm0123","name":"上田 光","organisation":"税務ASP","party":"joint_asp/SYS-46","directory":"integrated","systems":["SYS-46"],"privileged":false,"from":"2026-04-13","to":"2026-06-30","state":"active"}
  DOC-b4-result  document                  made       ユーザID設置 結果報告書 UID-R08-00001 保守要員のID.pdf
  B89            service task              completed
  DOC-b4-ledger  document                  made       ID台帳 登録票 UID-R08-00001.xlsx
  B99            service task              completed
  G82            exclusive gateway         completed  took はい
  T84            intermediate catch event  activated  until 2026-06-16 09:00

> wait until 2026-07-01 00:00
  at              2026-06-16 09:00
  T84             intermediate catch event  completed
  B84             send task                 completed
  T86             intermediate catch event  activated  until 2026-07-01 00:00
  ML-b4-expiring  mail                      written    to hayashi@tax-asp.example.jp; copy to ueda@tax-asp.example.jp, hara@tax-asp.example.jp: [UID-R08-00001] ユーザIDの期限が近づいています: 保守要員のID
  T86             intermediate catch event  completed
  B86             user task                 created    for iom.operator, due 2026-07-02 23:59

> complete B86 {"outcome": "delete"}
  B86  user task          completed
  G86  exclusive gateway  completed  took いいえ
  B88  user task          created    for infra.staff, infra.leader, due 2026-07-02 23:59

> complete B88 {"deletedOn": "2026-07-01"}
  B88              user task     completed
  B87              service task  completed
  End_Deleted      end event     completed
  user-id-request  process       completed
  user_ids         table         row changed  zm0123 {"user_id":"zm0123","name":"上田 光","organisation":"税務ASP","party":"joint_asp/SYS-46","directory":"integrated","systems":["SYS-46"],"privileged":false,"from":"2026-04-13","to":"2026-06-30","state":"deleted"}
