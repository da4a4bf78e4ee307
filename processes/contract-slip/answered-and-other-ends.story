# 連絡票: a number of its own (SLP), answered as an inquiry by the day on the slip; one that is late is raised, and that ends with the answer.
process  .
with     ../inquiry
with     ../escalation
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start contract-slip
>     {"title": "作業範囲の疑義", "question": "移転の作業は契約に含むか", "slipDueOn": "2026-06-05",
>      "requester": {"name": "田中 由美", "party": "ward_is", "organisation": "情報システム課", "mail": "tanaka.yumi@ward.example.jp"}}
  contract-slip       process             activated  as SLP-R08-00001
  Start_Form          start event         completed
  S10                 script task         completed
  S90_Start           message             awaited    withdraw, key SLP-R08-00001
  S12                 send task           completed
  S20                 call activity       activated
  inquiry             process             activated  as INQ-R08-00001
  Start_Form          start event         completed
  F20                 script task         completed
  F94_Start           timer               waits      until 2026-06-04 09:00
  F96_Start           timer               waits      until 2026-06-05 17:15
  F98_Start           message             awaited    withdraw, key INQ-R08-00001
  ML-f-slip_received  mail                written    to tanaka.yumi@ward.example.jp; copy to sato.makoto@iom.example.jp: [SLP-R08-00001] 連絡票を受け付けました: 作業範囲の疑義
  F22                 send task           completed
  F25                 business rule task  completed
  G25                 exclusive gateway   completed  took 統合運用
  F30                 user task           created    for iom.operator, due 2026-06-02 17:15
  F30_Half            timer               waits      until 2026-06-01 14:22:30
  F30_Late            timer               waits      until 2026-06-02 17:15
  ML-f-received       mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 作業範囲の疑義

> complete F30 {"outcome": "classified", "inquiryKind": "contract", "confidential": "limited"}
  F30  user task          completed
  G30  exclusive gateway  completed  took はい
  F40  user task          created    for iom.operator

> complete F40 {"outcome": "not_found", "askTo": [], "askCsp": false}
  F40  user task          completed
  G50  exclusive gateway  completed  took いいえ
  G58  inclusive gateway  completed  took なし
  G68  inclusive gateway  completed
  F70  user task          created    for iom.operator

# DL-12: the slip's day passes.
> wait until 2026-06-05 17:15
  at                2026-06-04 09:00
  F94               event sub process         activated
  F94_Start         start event               completed
  G94               exclusive gateway         completed   took いいえ
  F95               send task                 completed
  F94_End           end event                 completed
  F94               event sub process         completed
  ML-f-answer_soon  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INQ-R08-00001] 回答の期限が近づいています: 作業範囲の疑義
  F96               event sub process         activated
  F96_Start         start event               completed
  G96               exclusive gateway         completed   took いいえ
  Start_Message     message                   correlated  escalation
  F97               send task                 completed
  F91               send task                 completed
  F91_Done          intermediate catch event  activated
  escalation        process                   activated   as ESC-R08-00001
  Start_Message     start event               completed
  L10               script task               completed
  L20               business rule task        completed
  L22               business rule task        completed
  L90_Start         message                   awaited     withdraw, key ESC-R08-00001
  L92_Start         message                   awaited     escalation, key INQ-R08-00001
  L95_Start         message                   awaited     escalation-released, key INQ-R08-00001/2026-06-05T17:15:00@Asia/Tokyo
  ML-f-answer_late  mail                      written     to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INQ-R08-00001] 【要対応】回答の期限を過ぎました: 作業範囲の疑義
  L30               send task                 completed
  G31               exclusive gateway         completed   took いいえ
  G36               exclusive gateway         completed   took いいえ
  L50               user task                 created     for iom.operator, iom.leader, due 2026-06-08 12:30
  L50_Next          timer                     waits       until 2026-06-08 12:30
  ML-l-level        mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 回答の期限を過ぎた: 作業範囲の疑義

> complete F70 {"answer": "含みません。第3条の範囲です。", "topic": "general"}
  F70            user task                 completed
  F78            business rule task        completed
  G78            exclusive gateway         completed   took いいえ
  L95_Start      message                   correlated  escalation-released
  F91_Done       intermediate catch event  completed
  F90            send task                 completed
  G91            exclusive gateway         completed   took いいえ
  F93            send task                 completed
  F100           user task                 created     for ward_is.staff, due 2026-06-12 23:59
  F100_Remind    timer                     waits       until 2026-06-11 09:00
  F100_Silent    timer                     waits       until 2026-06-13 00:00
  F96_End        end event                 completed
  F96            event sub process         completed
  L50            user task                 terminated
  L95            event sub process         activated
  L95_Start      start event               completed
  ML-f-answer    mail                      written     to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せの回答: 作業範囲の疑義
  L96            send task                 completed
  L96_End        end event                 completed
  L95            event sub process         completed
  escalation     process                   completed
  ML-l-released  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] エスカレーションの解除: 回答の期限を過ぎた: 作業範囲の疑義

> complete F100 {"outcome": "accepted"}
  F100  user task          completed
  G100  exclusive gateway  completed  took はい
  F110  script task        completed
  F112  user task          created    for iom.operator, due 2026-06-12 23:59

> complete F112 {"outcome": "none"}
  F112              user task          completed
  End_Closed        end event          completed
  inquiry           process            completed
  S20               call activity      completed
  G20               exclusive gateway  completed  took はい
  DOC-f-slip        document           made       連絡票 SLP-R08-00001 作業範囲の疑義.pdf
  S30               service task       completed
  S40               send task          completed
  End_Answered      end event          completed
  contract-slip     process            completed
  ML-f-slip_answer  mail               written    to tanaka.yumi@ward.example.jp; copy to takahashi.susumu@ward.example.jp: [SLP-R08-00001] 連絡票の回答: 作業範囲の疑義

> show inquiryNo answer of SLP-R08-00001
  inquiryNo  variable  is  "INQ-R08-00001"
  answer     variable  is  "含みません。第3条の範囲です。"

> start contract-slip
>     {"title": "機器の交換", "question": "費用の負担", "slipDueOn": "2026-06-30",
>      "requester": {"name": "田中 由美", "party": "ward_is", "organisation": "情報システム課", "mail": "tanaka.yumi@ward.example.jp"}}
  contract-slip       process             activated  as SLP-R08-00002
  Start_Form          start event         completed
  S10                 script task         completed
  S90_Start           message             awaited    withdraw, key SLP-R08-00002
  S12                 send task           completed
  S20                 call activity       activated
  inquiry             process             activated  as INQ-R08-00002
  Start_Form          start event         completed
  F20                 script task         completed
  F94_Start           timer               waits      until 2026-06-29 09:00
  F96_Start           timer               waits      until 2026-06-30 17:15
  F98_Start           message             awaited    withdraw, key INQ-R08-00002
  ML-f-slip_received  mail                written    to tanaka.yumi@ward.example.jp; copy to sato.makoto@iom.example.jp: [SLP-R08-00002] 連絡票を受け付けました: 機器の交換
  F22                 send task           completed
  F25                 business rule task  completed
  G25                 exclusive gateway   completed  took 統合運用
  F30                 user task           created    for iom.operator, due 2026-06-08 17:15
  F30_Half            timer               waits      until 2026-06-08 12:52:30
  F30_Late            timer               waits      until 2026-06-08 17:15
  ML-f-received       mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00002] 問合せを受け付けました: 機器の交換

> complete F30 {"outcome": "converted", "convertTo": "change", "convertedCaseNo": "CHG-R08-00007"}
  F30             user task          completed
  G30             exclusive gateway  completed  took いいえ
  G34             exclusive gateway  completed  took はい
  F35             send task          completed
  End_Converted   end event          completed
  inquiry         process            completed
  S20             call activity      completed
  G20             exclusive gateway  completed  took いいえ
  End_Other       end event          completed
  contract-slip   process            completed
  ML-f-converted  mail               written    to tanaka.yumi@ward.example.jp: [INQ-R08-00002] 別の手続で扱います: 機器の交換

> start contract-slip
>     {"title": "支払いの時期", "question": "いつですか", "slipDueOn": "2026-06-30",
>      "requester": {"name": "田中 由美", "party": "ward_is", "organisation": "情報システム課", "mail": "tanaka.yumi@ward.example.jp"}}
  contract-slip       process             activated  as SLP-R08-00003
  Start_Form          start event         completed
  S10                 script task         completed
  S90_Start           message             awaited    withdraw, key SLP-R08-00003
  S12                 send task           completed
  S20                 call activity       activated
  inquiry             process             activated  as INQ-R08-00003
  Start_Form          start event         completed
  F20                 script task         completed
  F94_Start           timer               waits      until 2026-06-29 09:00
  F96_Start           timer               waits      until 2026-06-30 17:15
  F98_Start           message             awaited    withdraw, key INQ-R08-00003
  ML-f-slip_received  mail                written    to tanaka.yumi@ward.example.jp; copy to sato.makoto@iom.example.jp: [SLP-R08-00003] 連絡票を受け付けました: 支払いの時期
  F22                 send task           completed
  F25                 business rule task  completed
  G25                 exclusive gateway   completed  took 統合運用
  F30                 user task           created    for iom.operator, due 2026-06-08 17:15
  F30_Half            timer               waits      until 2026-06-08 12:52:30
  F30_Late            timer               waits      until 2026-06-08 17:15
  ML-f-received       mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00003] 問合せを受け付けました: 支払いの時期

> publish withdraw key SLP-R08-00003 {"withdrawReason": "分かった"}
  S90_Start            message            correlated  withdraw
  F30                  user task          terminated
  inquiry              process            terminated
  S20                  call activity      terminated
  S90                  event sub process  activated
  S90_Start            start event        completed
  S91                  send task          completed
  End_Withdrawn        end event          completed
  S90                  event sub process  completed
  contract-slip        process            completed
  ML-f-slip_withdrawn  mail               written     to tanaka.yumi@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [SLP-R08-00003] 連絡票を取り下げました: 支払いの時期
