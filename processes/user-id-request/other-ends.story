# Deleting at once, what the checking finds, privileged rights, 主管課 against it, renewal, withdrawing, lying too long.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

# Somebody leaves: deleted the same day, nothing to expire.
> start user-id-request
>     {"title": "保守要員のID", "action": "delete", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル",
>      "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp", "currentId": "zm0123"}], "directory": "integrated",
>      "systems": ["SYS-46"], "from": null, "to": null, "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
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
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00001] 承認をお願いします: 保守要員のID

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
  B60_Start           start event          completed
  B70                 user task            created    for infra.staff, infra.leader, due 2026-04-07 23:59
  ML-b4-result        mail                 written    to hayashi@tax-asp.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00001] 申請の結果: 保守要員のID

> complete B70 {"outcome": "done", "userId": "zm0123", "handOver": "none"}
  B70                  user task            completed
  G71                  exclusive gateway    completed  took はい
  B72                  send task            completed
  G73                  exclusive gateway    completed  took いいえ
  B73_End              end event            completed
  B80                  user task            created    for iom.operator, due 2026-04-03 23:59
  B60                  sub process          completed
  B60                  multi instance body  completed
  ML-b4-account_ready  mail                 written    to ueda@tax-asp.example.jp; copy to hayashi@tax-asp.example.jp: [UID-R08-00001] ユーザIDの設置が終わりました: 保守要員のID

> complete B80
  B80              user task          completed
  B81              service task       completed
  user_ids         table              row added  zm0123 {"user_id":"zm0123","name":"上田 光","organisation":"税務ASP","party":"joint_asp/SYS-46","directory":"integrated","systems":["SYS-46"],"privileged":false,"state":"deleted"}
  DOC-b4-result    document           made       ユーザID設置 結果報告書 UID-R08-00001 保守要員のID.pdf
  B89              service task       completed
  DOC-b4-ledger    document           made       ID台帳 登録票 UID-R08-00001.xlsx
  B99              service task       completed
  G82              exclusive gateway  completed  took いいえ
  End_Completed    end event          completed
  user-id-request  process            completed

# Everything wrong; put right; privileged: the manager, who rejects.
> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [], "directory": "integrated", "systems": ["SYS-46"],
>      "from": "2026-04-13", "to": "2027-05-31", "pledgeNo": null, "trainedOn": null,
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "privileged": true}
  user-id-request  process             activated  as UID-R08-00002
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00002
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00002] 申請を受け付けました: 保守要員のID

> show findings
  findings  variable  is  ["利用する方の記載がない","利用の終了が年度の末日を超える","誓約書の番号がない","セキュリティ研修を受けた日がない"]

> complete B20 {"outcome": "returned", "returnReason": "点検の結果を直してください"}
  B20             user task          completed
  G25             exclusive gateway  completed  took はい
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b4-returned  mail               written    to hayashi@tax-asp.example.jp: [UID-R08-00002] 申請を差し戻しました: 保守要員のID

> complete B15
>     {"outcome": "resubmitted", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル", "organisation": "税務ASP",
>      "mail": "ueda@tax-asp.example.jp"}], "pledgeNo": "SEI-12", "trainedOn": "2026-03-20", "to": "2027-03-31"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-03 23:59

> show findings
  findings  variable  is  []

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00002] 承認をお願いします: 保守要員のID

> complete B40 {"outcome": "approved"}
  B40                     user task          completed
  G44                     exclusive gateway  completed  took はい
  B44                     send task          completed
  B45                     user task          created    for ward_is.manager
  B45_Remind              timer              waits      until 2026-04-06 09:00
  ML-b4-approval_request  mail               written    to yamada.taro@ward.example.jp: [UID-R08-00002] 承認をお願いします: 保守要員のID

> complete B45 {"outcome": "rejected", "rejectReason": "特権は要らない"}
  B45                   user task          completed
  G46                   exclusive gateway  completed  took 却下
  B51                   send task          completed
  ML-b4-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00002] 申請の結果: 保守要員のID
  DOC-b4-application    document           made       ユーザID設置申請書 UID-R08-00002 保守要員のID.pdf
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 却下
  End_Rejected          end event          completed
  user-id-request       process            completed

# 主管課 doesn't agree; withdrawn.
> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル",
>      "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp"}], "directory": "integrated", "systems": ["SYS-46"],
>      "from": "2026-04-13", "to": "2027-03-31", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}, "departments": ["税務課"]}
  user-id-request  process             activated  as UID-R08-00003
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00003
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00003] 申請を受け付けました: 保守要員のID

> complete B20 {"outcome": "accepted"}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "disagreed", "opinion": "更新の権限は要らない"}
  B36             user task            completed
  G37             exclusive gateway    completed  took いいえ
  G46             exclusive gateway    completed  took 差戻し
  B36             multi instance body  completed
  B17             send task            completed
  B15             user task            created    for joint_asp/SYS-46.staff
  ML-b4-returned  mail                 written    to hayashi@tax-asp.example.jp: [UID-R08-00003] 申請を差し戻しました: 保守要員のID

> complete B15 {"outcome": "resubmitted"}
  B15  user task           completed
  G15  exclusive gateway   completed  took はい
  B16  script task         completed
  B18  business rule task  completed
  B20  user task           created    for iom.operator, due 2026-04-03 23:59

> publish withdraw key UID-R08-00003
  B90_Start           message            correlated  withdraw
  B20                 user task          terminated
  B90                 event sub process  activated
  B90_Start           start event        completed
  B91                 send task          completed
  ML-b4-withdrawn     mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00003] 取り下げられました: 保守要員のID
  DOC-b4-application  document           made        ユーザID設置申請書（取下げ） UID-R08-00003 保守要員のID.pdf
  B92                 service task       completed
  End_Withdrawn       end event          completed
  B90                 event sub process  completed
  user-id-request     process            completed

# The directory of the inner network; at the end of its time it goes on.
> start user-id-request
>     {"title": "保守要員のID", "action": "extend", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル",
>      "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp"}], "directory": "internal", "systems": ["SYS-46"],
>      "from": "2026-04-13", "to": "2026-04-30", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  user-id-request  process             activated  as UID-R08-00004
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00004
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-04-03 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00004] 申請を受け付けました: 保守要員のID

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-04-06 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00004] 承認をお願いします: 保守要員のID

> wait until 2026-04-06 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-04-07 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to takahashi.susumu@ward.example.jp: [UID-R08-00004] 承認をお待ちしています: 保守要員のID

> complete B40 {"outcome": "approved"}
  B40                 user task            completed
  G44                 exclusive gateway    completed  took いいえ
  G46                 exclusive gateway    completed  took 承認
  G53                 exclusive gateway    completed  took いいえ
  DOC-b4-application  document             made       ユーザID設置申請書 UID-R08-00004 保守要員のID.pdf
  B49                 service task         completed
  B47                 business rule task   completed
  B50                 send task            completed
  B60                 multi instance body  activated
  B60                 sub process          activated
  B60_Start           start event          completed
  B70                 user task            created    for nonstd/SYS-50.staff, nonstd/SYS-50.leader, due 2026-04-07 23:59
  ML-b4-result        mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00004] 申請の結果: 保守要員のID

> show performer
  performer  variable  is  {"party":"nonstd/SYS-50","name":"内部情報系 ActiveDirectory"}

> complete B70 {"outcome": "done", "userId": "zm0123", "handOver": "none"}
  B70                  user task            completed
  G71                  exclusive gateway    completed  took はい
  B72                  send task            completed
  G73                  exclusive gateway    completed  took いいえ
  B73_End              end event            completed
  B80                  user task            created    for iom.operator, due 2026-04-07 23:59
  B60                  sub process          completed
  B60                  multi instance body  completed
  ML-b4-account_ready  mail                 written    to ueda@tax-asp.example.jp; copy to hayashi@tax-asp.example.jp: [UID-R08-00004] ユーザIDの設置が終わりました: 保守要員のID

> complete B80
  B80            user task                 completed
  B81            service task              completed
  user_ids       table                     row changed  zm0123 {"user_id":"zm0123","name":"上田 光","organisation":"税務ASP","party":"joint_asp/SYS-46","directory":"internal","systems":["SYS-46"],"privileged":false,"from":"2026-04-13","to":"2026-04-30","state":"active"}
  DOC-b4-result  document                  made         ユーザID設置 結果報告書 UID-R08-00004 保守要員のID.pdf
  B89            service task              completed
  DOC-b4-ledger  document                  made         ID台帳 登録票 UID-R08-00004.xlsx
  B99            service task              completed
  G82            exclusive gateway         completed    took はい
  T84            intermediate catch event  activated    until 2026-04-15 09:00

> wait until 2026-05-01 00:00
  at              2026-04-15 09:00
  T84             intermediate catch event  completed
  B84             send task                 completed
  T86             intermediate catch event  activated  until 2026-05-01 00:00
  ML-b4-expiring  mail                      written    to hayashi@tax-asp.example.jp; copy to ueda@tax-asp.example.jp: [UID-R08-00004] ユーザIDの期限が近づいています: 保守要員のID
  T86             intermediate catch event  completed
  B86             user task                 created    for iom.operator, due 2026-05-07 23:59

> complete B86 {"outcome": "renewed", "renewedBy": "UID-R08-00099"}
  B86              user task          completed
  G86              exclusive gateway  completed  took はい
  End_Renewed      end event          completed
  user-id-request  process            completed

# Approved only when its time was over.
> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [{"name": "上田 光", "kana": "ウエダ ヒカル",
>      "organisation": "税務ASP", "mail": "ueda@tax-asp.example.jp"}], "directory": "integrated", "systems": ["SYS-46"],
>      "from": "2026-04-13", "to": "2026-05-06", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  user-id-request  process             activated  as UID-R08-00005
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00005
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-05-07 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00005] 申請を受け付けました: 保守要員のID

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-05-08 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00005] 承認をお願いします: 保守要員のID

> wait until 2026-05-07 09:00

> complete B40 {"outcome": "approved"}
  B40                   user task          completed
  G44                   exclusive gateway  completed  took いいえ
  G46                   exclusive gateway  completed  took 承認
  G53                   exclusive gateway  completed  took はい
  B51                   send task          completed
  ML-b4-result_refused  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [UID-R08-00005] 申請の結果: 保守要員のID
  DOC-b4-application    document           made       ユーザID設置申請書 UID-R08-00005 保守要員のID.pdf
  B59                   service task       completed
  G51                   exclusive gateway  completed  took 期限切れ
  End_Expired           end event          completed
  user-id-request       process            completed

# The chief lets it lie over a weekend, when nobody is reminded, and sends it back; given up.
> wait until 2026-05-11 10:00

> start user-id-request
>     {"title": "保守要員のID", "action": "create", "persons": [{"name": "原 望", "kana": "ハラ ノゾミ",
>      "organisation": "税務ASP", "mail": "hara@tax-asp.example.jp"}], "directory": "integrated", "systems": ["SYS-46"],
>      "from": "2026-06-01", "to": "2027-03-31", "pledgeNo": "SEI-12", "trainedOn": "2026-03-20",
>      "deviceAndNetwork": "保守端末 2台、統合基盤系", "reason": "保守", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46",
>      "mail": "hayashi@tax-asp.example.jp"}}
  user-id-request  process             activated  as UID-R08-00006
  Start_Form       start event         completed
  B10              script task         completed
  B90_Start        message             awaited    withdraw, key UID-R08-00006
  B12              send task           completed
  B18              business rule task  completed
  B20              user task           created    for iom.operator, due 2026-05-12 23:59
  ML-b4-received   mail                written    to hayashi@tax-asp.example.jp: [UID-R08-00006] 申請を受け付けました: 保守要員のID

> complete B20 {"outcome": "accepted"}
  B20                     user task           completed
  G25                     exclusive gateway   completed  took いいえ
  B30                     business rule task  completed
  G32                     exclusive gateway   completed  took いいえ
  B39                     send task           completed
  B40                     user task           created    for ward_is.chief
  B40_Remind              timer               waits      until 2026-05-13 09:00
  ML-b4-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [UID-R08-00006] 承認をお願いします: 保守要員のID

> wait until 2026-05-18 09:00
  at              2026-05-13 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-05-14 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to takahashi.susumu@ward.example.jp: [UID-R08-00006] 承認をお待ちしています: 保守要員のID
  at              2026-05-14 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-05-15 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to takahashi.susumu@ward.example.jp: [UID-R08-00006] 承認をお待ちしています: 保守要員のID
  at              2026-05-15 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-05-16 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to takahashi.susumu@ward.example.jp: [UID-R08-00006] 承認をお待ちしています: 保守要員のID
  at              2026-05-16 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-05-17 09:00
  at              2026-05-17 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took いいえ
  B42_Closed      end event          completed
  B40_Remind      timer              waits      until 2026-05-18 09:00
  B40_Remind      boundary event     completed
  G41             exclusive gateway  completed  took はい
  B40_Remind      timer              waits      until 2026-05-19 09:00
  B42             send task          completed
  B42_End         end event          completed
  ML-b4-reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [UID-R08-00006] 承認をお待ちしています: 保守要員のID

> complete B40 {"outcome": "returned", "returnReason": "今の3名で足りないわけを書いてください"}
  B40             user task          completed
  G44             exclusive gateway  completed  took いいえ
  G46             exclusive gateway  completed  took 差戻し
  B17             send task          completed
  B15             user task          created    for joint_asp/SYS-46.staff
  ML-b4-returned  mail               written    to hayashi@tax-asp.example.jp: [UID-R08-00006] 申請を差し戻しました: 保守要員のID

> complete B15 {"outcome": "withdrawn"}
  B15                 user task          completed
  G15                 exclusive gateway  completed  took いいえ
  DOC-b4-application  document           made       ユーザID設置申請書（取下げ） UID-R08-00006 保守要員のID.pdf
  B93                 service task       completed
  End_Withdrawn1      end event          completed
  user-id-request     process            completed
