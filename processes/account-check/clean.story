# Begun by itself on the first business day of the quarter; once clean, once corrected.
process  .
with     ../csp-account
people   ../demo/users.json
clock    2026-09-30 10:00 Asia/Tokyo

> wait until 2026-10-01 09:00
  at             2026-10-01 00:00
  account-check  process                   activated  as ACK-R08-00001
  Start_Timer    start event               completed
  E205           intermediate catch event  activated  until 2026-10-01 09:00
  E205           intermediate catch event  completed
  E210           script task               completed
  E215           service task              completed
  E220           user task                 created    for iom.operator, due 2026-10-06 23:59

> complete E220
>     {"ledgerText": "アカウント,種類,事業者,利用する方,メールアドレス,システム,CSP,権限,期限\nu-1,GCASユーザー,joint_asp/SYS-46,上田 光,ueda@tax-asp.example.jp,SYS-46,AWS,参照,2027-03-31\n",
>     "exportText": "アカウント,CSP,権限,最終利用日\nu-1,AWS,参照,2026-09-20\n"}
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
  E231  user task            created    for iom.operator, due 2026-10-02 23:59

> complete E231 {}
  E231            user task            completed
  E235            script task          completed
  E240            multi instance body  activated
  E240            sub process          activated
  E240_Start      start event          completed
  E242            send task            completed
  E244            user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-10-16 23:59
  E244_Remind     timer                waits      until 2026-10-14 09:00
  E244_Last       timer                waits      until 2026-10-17 00:00
  E244_Over       timer                waits      until 2026-10-24 00:00
  ML-e2-campaign  mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00001] アカウント棚卸のお願い: アカウント棚卸（2026-10-01 現在）

> complete E244
>     {"rows": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "kinds": [], "decision": "keep"}]}
  E244      user task            completed
  E249      script task          completed
  E244_End  end event            completed
  E250      user task            created    for iom.operator, due 2026-10-02 23:59
  E240      sub process          completed
  E240      multi instance body  completed

> complete E250 {}
  E250                    user task  completed
  E253                    send task  completed
  E255                    user task  created    for ward_is.chief
  E255_Remind             timer      waits      until 2026-10-05 09:00
  ML-e2-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [ACK-R08-00001] 承認をお願いします: アカウント棚卸（2026-10-01 現在）

> complete E255 {"outcome": "approved"}
  E255           user task          completed
  G256           exclusive gateway  completed  took 承認
  E258           send task          completed
  ML-e2-result   mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00001] アカウント棚卸の結果: アカウント棚卸（2026-10-01 現在）
  E259           service task       completed
  DOC-e2-result  document           made       棚卸結果 ACK-R08-00001 アカウント棚卸（2026-10-01 現在）.xlsx
  E264           service task       completed
  G259           exclusive gateway  completed  took いいえ
  End_Clean      end event          completed
  account-check  process            completed

# Begun by hand; one account is changed.
> start account-check
  account-check  process       activated  as ACK-R08-00002
  Start_Form     start event   completed
  E210           script task   completed
  E215           service task  completed
  E220           user task     created    for iom.operator, due 2026-10-06 23:59

> complete E220
>     {"ledgerText": "アカウント,種類,事業者,利用する方,メールアドレス,システム,CSP,権限,期限\nu-1,GCASユーザー,joint_asp/SYS-46,上田 光,ueda@tax-asp.example.jp,SYS-46,AWS,参照,2027-03-31\n",
>     "exportText": "アカウント,CSP,権限,最終利用日\nu-1,AWS,参照,2026-09-20\n"}
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
  E231  user task            created    for iom.operator, due 2026-10-02 23:59

> complete E231 {}
  E231            user task            completed
  E235            script task          completed
  E240            multi instance body  activated
  E240            sub process          activated
  E240_Start      start event          completed
  E242            send task            completed
  E244            user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-10-16 23:59
  E244_Remind     timer                waits      until 2026-10-14 09:00
  E244_Last       timer                waits      until 2026-10-17 00:00
  E244_Over       timer                waits      until 2026-10-24 00:00
  ML-e2-campaign  mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00002] アカウント棚卸のお願い: アカウント棚卸（2026-10-01 現在）

> complete E244
>     {"rows": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "kinds": [], "decision": "change", "note": "参照だけにする"}]}
  E244      user task            completed
  E249      script task          completed
  E244_End  end event            completed
  E250      user task            created    for iom.operator, due 2026-10-02 23:59
  E240      sub process          completed
  E240      multi instance body  completed

> wait until 2026-10-06 10:00

> complete E250 {}
  E250                    user task  completed
  E253                    send task  completed
  E255                    user task  created    for ward_is.chief
  E255_Remind             timer      waits      until 2026-10-08 09:00
  ML-e2-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [ACK-R08-00002] 承認をお願いします: アカウント棚卸（2026-10-01 現在）

# The chief lets it lie: reminded from the second business day on, but not from the 10th to the 12th, スポーツの日.
> wait until 2026-10-13 09:00
  at                       2026-10-08 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took はい
  E255_Remind              timer              waits      until 2026-10-09 09:00
  E257                     send task          completed
  E257_End                 end event          completed
  ML-e2-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00002] 承認をお待ちしています: アカウント棚卸（2026-10-01 現在）
  at                       2026-10-09 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took はい
  E255_Remind              timer              waits      until 2026-10-10 09:00
  E257                     send task          completed
  E257_End                 end event          completed
  ML-e2-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00002] 承認をお待ちしています: アカウント棚卸（2026-10-01 現在）
  at                       2026-10-10 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took いいえ
  E257_Closed              end event          completed
  E255_Remind              timer              waits      until 2026-10-11 09:00
  at                       2026-10-11 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took いいえ
  E257_Closed              end event          completed
  E255_Remind              timer              waits      until 2026-10-12 09:00
  at                       2026-10-12 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took いいえ
  E257_Closed              end event          completed
  E255_Remind              timer              waits      until 2026-10-13 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took はい
  E255_Remind              timer              waits      until 2026-10-14 09:00
  E257                     send task          completed
  E257_End                 end event          completed
  ML-e2-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00002] 承認をお待ちしています: アカウント棚卸（2026-10-01 現在）

> complete E255 {"outcome": "approved"}
  E255           user task          completed
  G256           exclusive gateway  completed  took 承認
  E258           send task          completed
  ML-e2-result   mail               written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00002] アカウント棚卸の結果: アカウント棚卸（2026-10-01 現在）
  E259           service task       completed
  DOC-e2-result  document           made       棚卸結果 ACK-R08-00002 アカウント棚卸（2026-10-01 現在）.xlsx
  E264           service task       completed
  G259           exclusive gateway  completed  took はい
  G262           exclusive gateway  completed  took いいえ
  E260           user task          created    for iom.operator, due 2026-10-20 23:59

> complete E260 {"outcome": "corrected", "followUps": [{"caseNo": "ACC-R08-00011"}]}
  E260           user task          completed
  G261           exclusive gateway  completed  took はい
  End_Corrected  end event          completed
  account-check  process            completed
