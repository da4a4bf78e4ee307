# Every kind of difference; one vendor answers after the reminder, one never. The chief sends the result back once; something stays open.
process  .
with     ../csp-account
people   ../demo/users.json
clock    2026-07-01 09:00 Asia/Tokyo

> start account-check
  account-check  process       activated  as ACK-R08-00001
  Start_Form     start event   completed
  E210           script task   completed
  E215           service task  completed
  E220           user task     created    for iom.operator, due 2026-07-06 23:59

> upload quarter-ledger.csv
  -  document  made  quarter-ledger.csv

> upload quarter-export.csv
  -  document  made  quarter-export.csv

# A register that can't be read: the desk is told where.
> complete E220
>     {"ledgerFiles": [{"documentId": "quarter-ledger.csv"}], "exportFiles": [{"documentId": "quarter-export.csv"}],
>     "peopleText": "メールアドレス,氏名,所属,終了日\nueda,上田 光,joint_asp/SYS-46,\n"}
  E220  user task            completed
  E222  multi instance body  activated
  E222  service task         activated  job dandori:read-list
  E222  service task         activated  job dandori:read-list
  E222  service task         activated  job dandori:read-list
  E222  service task         completed
  E222  service task         completed
  E222  service task         completed
  G223  exclusive gateway    completed  took いいえ
  E220  user task            created    for iom.operator, due 2026-07-06 23:59
  E222  multi instance body  completed

> show lists
  lists  variable  is  [{"lines":[{"account":"u-1","kind":"gcas_user","party":"joint_asp/SYS-46","person":"上田　光","mail":"ueda@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-2","kind":"gcas_user","party":"joint_asp/SYS-46","person":"原　望","mail":"hara@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-4","kind":"gcas_user","party":"joint_asp/SYS-46","person":"森田　葵","mail":"morita@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-5","kind":"gcas_user","party":"joint_asp/SYS-46","person":"今井　純","mail":"imai@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照、起動","from":null,"to":"2026-06-30","state":null,"list":"account_ledger"},{"account":"u-6","kind":"gcas_user","party":"network","person":"井上　明","mail":"inoue@network.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-7","kind":"gcas_user","party":"joint_asp/SYS-46","person":"上田　光","mail":"ueda@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-7","kind":"gcas_user","party":"joint_asp/SYS-46","person":"上田　光","mail":"ueda@tax-asp.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"},{"account":"u-8","kind":"gcas_user","party":"joint_asp/SYS-46","person":"小川　渚","mail":"ogawa@network.example.jp","system":"SYS-46","csp":"aws","environment":null,"rights":"参照","from":null,"to":"2027-03-31","state":null,"list":"account_ledger"}],"faults":[],"faultCount":0,"notes":[],"files":[{"fileName":"quarter-ledger.csv","template":"account_ledger","version":1,"lineCount":8,"sha256":"6170f02a8c3137398394221533e27585c46db1de78aa730a185083a91c303a59"}],"isComplete":true},{"lines":[{"account":"U-1","csp":"aws","person":"上田　光","mail":"ueda@tax-asp.example.jp","rights":"参照","lastUsed":"2026-06-20","list":"account_export"},{"account":"u-3","csp":"aws","person":"退職　者","mail":"gone@tax-asp.example.jp","rights":"参照","lastUsed":"2026-06-20","list":"account_export"},{"account":"u-4","csp":"aws","person":"森田　葵","mail":"morita@tax-asp.example.jp","rights":"参照","lastUsed":"2026-04-02","list":"account_export"},{"account":"u-5","csp":"aws","person":"今井　純","mail":"imai@tax-asp.example.jp","rights":"起動 管理者","lastUsed":"2026-06-29","list":"account_export"},{"account":"u-6","csp":"aws","person":"井上　明","mail":"inoue@network.example.jp","rights":"参照","lastUsed":"2026-06-20","list":"account_export"},{"account":"u-7","csp":"aws","person":"上田　光","mail":"ueda@tax-asp.example.jp","rights":"参照","lastUsed":"2026-06-20","list":"account_export"},{"account":"u-8","csp":"aws","person":"小川　渚","mail":"ogawa@network.example.jp","rights":"参照","lastUsed":"2026-06-20","list":"account_export"}],"faults":[],"faultCount":0,"notes":[],"files":[{"fileName":"quarter-export.csv","template":"account_export","version":1,"lineCount":7,"sha256":"e716c496bed332d0d8cee0a9cb2f574429391e3b20244956f0912ac3cebf822c"}],"isComplete":true},{"lines":[{"mail":"ueda","name":"上田　光","party":"joint_asp/SYS-46","until":null,"list":"people_register"}],"faults":[{"file":"貼り付けた一覧","place":"2行","message":"2行1列: 「ueda」: メールアドレスではありません"}],"faultCount":1,"notes":[],"files":[{"fileName":"貼り付けた一覧","template":"people_register","version":1,"lineCount":1,"sha256":"19b64165690434ef6beda90271c3070e868f3693f47cd31ece4dbfa6b4f7bfb1"}],"isComplete":false}]

# Put right: pasted out of a spreadsheet.
> complete E220
>     {"peopleText": "メールアドレス\t氏名\t所属\t終了日\nueda@tax-asp.example.jp\t上田 光\tjoint_asp/SYS-46\t\nhara@tax-asp.example.jp\t原 望\tjoint_asp/SYS-46\t\ngone@tax-asp.example.jp\t退職 者\tjoint_asp/SYS-46\t2026/5/31\nmorita@tax-asp.example.jp\t森田 葵\tjoint_asp/SYS-46\t\nimai@tax-asp.example.jp\t今井 純\tjoint_asp/SYS-46\t\ninoue@network.example.jp\t井上 明\tnetwork\t\nogawa@network.example.jp\t小川 渚\tnetwork\t\n"}
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
  E230  business rule task   completed
  E230  business rule task   completed
  E230  business rule task   completed
  E230  business rule task   completed
  E230  business rule task   completed
  E230  business rule task   completed
  E231  user task            created    for iom.operator, due 2026-07-02 23:59

> show checked
  checked  variable  is  [{"account":"u-3","kind":null,"person":"退職　者","mail":"gone@tax-asp.example.jp","party":"joint_asp/SYS-46","system":null,"csp":"aws","to":null,"lastUsed":"2026-06-20","ledgerRights":null,"exportRights":"参照","inLedger":false,"inExport":true,"twice":false,"widerRights":null,"inRegister":false,"otherParty":false,"kinds":["CSPの出力だけにある","利用する方が名簿にない"],"difference":"CSPの出力だけにある、利用する方が名簿にない","handling":"ask","deskNote":null},{"account":"u-2","kind":"gcas_user","person":"原　望","mail":"hara@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":null,"ledgerRights":"参照","exportRights":null,"inLedger":true,"inExport":false,"twice":false,"widerRights":null,"inRegister":true,"otherParty":false,"kinds":["台帳だけにある"],"difference":"台帳だけにある","handling":"ask","deskNote":null},{"account":"u-5","kind":"gcas_user","person":"今井　純","mail":"imai@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2026-06-30","lastUsed":"2026-06-29","ledgerRights":"参照、起動","exportRights":"起動 管理者","inLedger":true,"inExport":true,"twice":false,"widerRights":true,"inRegister":true,"otherParty":false,"kinds":["期限が切れている","承認より広い権限がある"],"difference":"期限が切れている、承認より広い権限がある","handling":"ask","deskNote":null},{"account":"u-6","kind":"gcas_user","person":"井上　明","mail":"inoue@network.example.jp","party":"network","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-06-20","ledgerRights":"参照","exportRights":"参照","inLedger":true,"inExport":true,"twice":false,"widerRights":false,"inRegister":true,"otherParty":false,"kinds":[],"difference":"","handling":"ask","deskNote":null},{"account":"u-4","kind":"gcas_user","person":"森田　葵","mail":"morita@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-04-02","ledgerRights":"参照","exportRights":"参照","inLedger":true,"inExport":true,"twice":false,"widerRights":false,"inRegister":true,"otherParty":false,"kinds":["90日以上使っていない"],"difference":"90日以上使っていない","handling":"ask","deskNote":null},{"account":"u-8","kind":"gcas_user","person":"小川　渚","mail":"ogawa@network.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-06-20","ledgerRights":"参照","exportRights":"参照","inLedger":true,"inExport":true,"twice":false,"widerRights":false,"inRegister":true,"otherParty":true,"kinds":["利用する方が別の事業者に移った"],"difference":"利用する方が別の事業者に移った","handling":"ask","deskNote":null},{"account":"u-1","kind":"gcas_user","person":"上田　光","mail":"ueda@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-06-20","ledgerRights":"参照","exportRights":"参照","inLedger":true,"inExport":true,"twice":false,"widerRights":false,"inRegister":true,"otherParty":false,"kinds":[],"difference":"","handling":"ask","deskNote":null},{"account":"u-7","kind":"gcas_user","person":"上田　光","mail":"ueda@tax-asp.example.jp","party":"joint_asp/SYS-46","system":"SYS-46","csp":"aws","to":"2027-03-31","lastUsed":"2026-06-20","ledgerRights":"参照","exportRights":"参照","inLedger":true,"inExport":true,"twice":true,"widerRights":false,"inRegister":true,"otherParty":false,"kinds":["台帳に二度ある"],"difference":"台帳に二度ある","handling":"ask","deskNote":null}]

# The desk decides line by line: one is a mistake of the ledger, one has an explanation; the others are asked about.
> complete E231
>     {"checked": [{"party": "joint_asp/SYS-46", "account": "u-1", "person": "上田 光", "to": "2027-03-31",
>     "system": "SYS-46", "kinds": [], "handling": "ask"}, {"party": "joint_asp/SYS-46", "account": "u-2",
>     "person": "原 望", "to": "2027-03-31", "system": "SYS-46", "kinds": ["台帳だけにある"], "handling": "ask"},
>     {"party": "joint_asp/SYS-46", "account": "u-3", "person": "退職 者", "to": null, "system": "SYS-46",
>     "kinds": ["CSPの出力だけにある", "利用する方が名簿にない"], "handling": "ask"}, {"party": "network",
>     "account": "u-6", "person": "井上 明", "to": "2027-03-31", "system": "SYS-46", "kinds": [], "handling": "ask"},
>     {"party": "joint_asp/SYS-46", "account": "u-7", "person": "上田 光", "to": "2027-03-31", "system": "SYS-46",
>     "kinds": ["台帳に二度ある"], "difference": "台帳に二度ある", "handling": "ledger", "deskNote": "二行目を消す"},
>     {"party": "joint_asp/SYS-46", "account": "u-8", "person": "小川 渚", "to": "2027-03-31", "system": "SYS-46",
>     "kinds": ["利用する方が別の事業者に移った"], "difference": "利用する方が別の事業者に移った", "handling": "none",
>     "deskNote": "7月末まで兼務"}]}
  E231            user task            completed
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

> show vendors
  vendors  variable  is  [{"party":"joint_asp/SYS-46","rows":[{"party":"joint_asp/SYS-46","account":"u-1","person":"上田 光","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-2","person":"原 望","to":"2027-03-31","system":"SYS-46","kinds":["台帳だけにある"],"decision":null,"note":null},{"party":"joint_asp/SYS-46","account":"u-3","person":"退職 者","to":null,"system":"SYS-46","kinds":["CSPの出力だけにある","利用する方が名簿にない"],"decision":null,"note":null}]},{"party":"network","rows":[{"party":"network","account":"u-6","person":"井上 明","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null}]}]

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
  answers  variable  is  [{"vendor":"joint_asp/SYS-46","answered":true,"rows":[{"party":"joint_asp/SYS-46","account":"u-1","person":"上田 光","system":"SYS-46","to":"2027-03-31","kinds":[],"decision":"keep"},{"party":"joint_asp/SYS-46","account":"u-2","person":"上田 光","system":"SYS-46","to":"2027-03-31","kinds":["台帳だけにある"],"decision":"stop"}]},{"vendor":"network","answered":false,"rows":[{"party":"network","account":"u-6","person":"井上 明","to":"2027-03-31","system":"SYS-46","kinds":[],"decision":null,"note":null}]}]

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
  E258           send task            completed
  ML-e2-result   mail                 written     to hayashi@tax-asp.example.jp, inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ACK-R08-00001] アカウント棚卸の結果: アカウント棚卸（2026-07-01 現在）
  E259           service task         completed
  DOC-e2-result  document             made        棚卸結果 ACK-R08-00001 アカウント棚卸（2026-07-01 現在）.xlsx
  Start_Check    message              correlated  request-csp-account
  E264           service task         completed
  G259           exclusive gateway    completed   took はい
  G262           exclusive gateway    completed   took はい
  E262           multi instance body  completed
  E262           send task            completed
  E260           user task            created     for iom.operator, due 2026-08-04 23:59
  csp-account    process              activated   as ACC-R08-00001
  Start_Check    start event          completed
  E10            script task          completed
  E95_Start      message              awaited     withdraw, key ACC-R08-00001
  E12            send task            completed
  E18            business rule task   completed
  E20            user task            created     for iom.operator, due 2026-07-29 23:59
  ML-e-received  mail                 written     to hayashi@tax-asp.example.jp: [ACC-R08-00001] アカウント発行依頼を受け付けました: 棚卸による停止（joint_asp/SYS-46）

> complete E260 {"outcome": "open", "followUps": [{"caseNo": "ACC-R08-00010"}], "openNote": "網の事業者の回答"}
  E260           user task          completed
  G261           exclusive gateway  completed  took いいえ
  End_Open       end event          completed
  account-check  process            completed
