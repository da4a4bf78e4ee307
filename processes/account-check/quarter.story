# Every kind of difference; one vendor answers after the reminder, one never. The chief sends the result back once; something stays open.
process  .
with     ../csp-account
people   ../demo/users.json
clock    2026-07-01 09:00 Asia/Tokyo

> start account-check
  account-check  process      activated  as ACK-R08-00001
  Start_Form     start event  completed
  E210           script task  completed
  E220           user task    created    for iom.operator, due 2026-07-06 23:59

> complete E220
>     {"rows": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "lastUsed": "2026-06-20", "inLedger": true, "inExport": true, "widerRights": false,
>      "inRegister": true}, {"party": "joint_asp/SYS-46", "account": "u-2", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "lastUsed": "2026-06-20", "inLedger": true, "inExport": false, "widerRights": false,
>      "inRegister": true}, {"party": "joint_asp/SYS-46", "account": "u-3", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "lastUsed": "2026-06-20", "inLedger": false, "inExport": true, "widerRights": false,
>      "inRegister": false}, {"party": "joint_asp/SYS-46", "account": "u-4", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "lastUsed": "2026-04-02", "inLedger": true, "inExport": true, "widerRights": false,
>      "inRegister": true}, {"party": "joint_asp/SYS-46", "account": "u-5", "person": "上田 光", "system": "SYS-46",
>      "to": "2026-06-30", "lastUsed": "2026-04-03", "inLedger": true, "inExport": true, "widerRights": true,
>      "inRegister": true}, {"party": "network", "account": "u-6", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "lastUsed": "2026-06-20", "inLedger": true, "inExport": true, "widerRights": false,
>      "inRegister": true}]}
  E220            user task            completed
  E230            multi instance body  completed
  E230            business rule task   completed
  E230            business rule task   completed
  E230            business rule task   completed
  E230            business rule task   completed
  E230            business rule task   completed
  E230            business rule task   completed
  E235            script task          completed
  E240            multi instance body  activated
  E240            sub process          activated
  E240            sub process          activated
  E240_Start      start event          completed
  E240_Start      start event          completed
  E242            send task            completed
  E244            user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-07-15 23:59
  E244_Remind     timer                waits      until 2026-07-13 09:00
  E244_Last       timer                waits      until 2026-07-16 00:00
  E244_Over       timer                waits      until 2026-07-24 00:00
  ML-e2-campaign  mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00001] アカウント棚卸のお願い: アカウント棚卸（2026-07-01 現在）
  E242            send task            completed
  E244            user task            created    for network.staff, network.leader, due 2026-07-15 23:59
  E244_Remind     timer                waits      until 2026-07-13 09:00
  E244_Last       timer                waits      until 2026-07-16 00:00
  E244_Over       timer                waits      until 2026-07-24 00:00
  ML-e2-campaign  mail                 written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00001] アカウント棚卸のお願い: アカウント棚卸（2026-07-01 現在）

> show checked vendors
  checked  variable  is  [{"party":"joint_asp/SYS-46","account":"u-1","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[]},{"party":"joint_asp/SYS-46","account":"u-2","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["台帳だけにある"]},{"party":"joint_asp/SYS-46","account":"u-3","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["CSPの出力だけにある","利用する方が名簿にない"]},{"party":"joint_asp/SYS-46","account":"u-4","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["90日以上使っていない"]},{"party":"joint_asp/SYS-46","account":"u-5","person":"上田 光","to":"2026-06-30","system":"SYS-46","kinds":["期限が切れている","承認より広い権限がある"]},{"party":"network","account":"u-6","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[]}]
  vendors  variable  is  [{"party":"joint_asp/SYS-46","rows":[{"party":"joint_asp/SYS-46","account":"u-1","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-2","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["台帳だけにある"],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-3","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["CSPの出力だけにある","利用する方が名簿にない"],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-4","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":["90日以上使っていない"],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-5","person":"上田 光","to":"2026-06-30","system":"SYS-46","kinds":["期限が切れている","承認より広い権限がある"],"decision":null,"note":null}]},{"party":"network","rows":[{"party":"network","account":"u-6","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null}]}]

> wait until 2026-07-13 09:00
  E244_Remind     boundary event  completed
  E244_Remind     boundary event  completed
  E246            send task       completed
  E246_End        end event       completed
  ML-e2-reminder  mail            written    to hayashi@tax-asp.example.jp: [ACK-R08-00001] アカウント棚卸の回答をお待ちしています: アカウント棚卸（2026-07-01 現在）
  E246            send task       completed
  E246_End        end event       completed
  ML-e2-reminder  mail            written    to inoue@network.example.jp: [ACK-R08-00001] アカウント棚卸の回答をお待ちしています: アカウント棚卸（2026-07-01 現在）

> complete E244
>     {"rows": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "system": "SYS-46",
>      "to": "2027-03-31", "kinds": [], "decision": "keep"}, {"party": "joint_asp/SYS-46", "account": "u-2",
>      "person": "上田 光", "system": "SYS-46", "to": "2027-03-31", "kinds": ["台帳だけにある"], "decision": "stop"}]}
  E244      user task    completed
  E249      script task  completed
  E244_End  end event    completed
  E240      sub process  completed

# The other one: its leader is told after ten business days, and the asking is closed after fifteen.
> wait until 2026-07-24 00:00
  at             2026-07-16 00:00
  E244_Last      boundary event       completed
  E248           send task            completed
  E248_End       end event            completed
  ML-e2-overdue  mail                 written     to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00001] 【要対応】アカウント棚卸の回答がありません: アカウント棚卸（2026-07-01 現在）
  E244           user task            terminated
  E244_Over      boundary event       completed
  E244_Silent    end event            completed
  E250           user task            created     for iom.operator, due 2026-07-27 23:59
  E240           sub process          completed
  E240           multi instance body  completed

> show answers
  answers  variable  is  [{"vendor":"joint_asp/SYS-46","answered":true,"rows":[{"party":"joint_asp/SYS-46","account":"u-1","person":"上田 光","system":"SYS-46","to":"2027-03-31","kinds":[],"decision":"keep"},{"party":"joint_asp/SYS-46","account":"u-2","person":"上田 光","system":"SYS-46","to":"2027-03-31","kinds":["台帳だけにある"],"decision":"stop"}]},{"vendor":"network","answered":false,"rows":[{"party":"network","account":"u-6","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null}]}]

> complete E250 {"checkNote": "網の事業者に電話する"}
  E250                    user task  completed
  E253                    send task  completed
  E255                    user task  created    for ward_is.chief
  E255_Remind             timer      waits      until 2026-07-28 09:00
  ML-e2-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [ACK-R08-00001] 承認をお願いします: アカウント棚卸（2026-07-01 現在）

> wait until 2026-07-28 09:00
  E255_Remind              boundary event     completed
  G257                     exclusive gateway  completed  took はい
  E255_Remind              timer              waits      until 2026-07-29 09:00
  E257                     send task          completed
  E257_End                 end event          completed
  ML-e2-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ACK-R08-00001] 承認をお待ちしています: アカウント棚卸（2026-07-01 現在）

> complete E255 {"outcome": "returned", "returnReason": "違いのある行の扱いを書くこと"}
  E255  user task          completed
  G256  exclusive gateway  completed  took 差戻し
  E250  user task          created    for iom.operator, due 2026-07-29 23:59

> complete E250 {"checkNote": "u-3 から u-5 も止める"}
  E250                    user task  completed
  E253                    send task  completed
  E255                    user task  created    for ward_is.chief
  E255_Remind             timer      waits      until 2026-07-30 09:00
  ML-e2-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [ACK-R08-00001] 承認をお願いします: アカウント棚卸（2026-07-01 現在）

> complete E255 {"outcome": "approved"}
  E255           user task            completed
  G256           exclusive gateway    completed   took 承認
  Start_Check    message              correlated  request-csp-account
  E258           send task            completed
  G259           exclusive gateway    completed   took はい
  G262           exclusive gateway    completed   took はい
  E262           multi instance body  completed
  E262           send task            completed
  E260           user task            created     for iom.operator, due 2026-08-04 23:59
  csp-account    process              activated   as ACC-R08-00001
  Start_Check    start event          completed
  E10            script task          completed
  E95_Start      message              awaited     withdraw, key ACC-R08-00001
  ML-e2-result   mail                 written     to hayashi@tax-asp.example.jp, inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00001] アカウント棚卸の結果: アカウント棚卸（2026-07-01 現在）
  E12            send task            completed
  E18            business rule task   completed
  E20            user task            created     for iom.operator, due 2026-07-29 23:59
  ML-e-received  mail                 written     to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 棚卸による停止（joint_asp/SYS-46）

> complete E260 {"outcome": "open", "followUps": [{"caseNo": "ACC-R08-00010"}], "openNote": "網の事業者の回答"}
  E260           user task          completed
  G261           exclusive gateway  completed  took いいえ
  End_Open       end event          completed
  account-check  process            completed
