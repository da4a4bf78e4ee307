# 連絡票: the day on the slip counts (DL-12), not the three business days. It is missed.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start inquiry
>     {"title": "作業範囲の疑義", "question": "移転の作業は契約に含むか", "slipDueOn": "2026-06-15", "wantsDocument": true,
>      "requester": {"name": "田中", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  inquiry        process             activated  as INQ-R08-00001
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-06-12 09:00
  F96_Start      timer               waits      until 2026-06-15 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00001
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-06-02 17:15
  F30_Half       timer               waits      until 2026-06-01 14:22:30
  F30_Late       timer               waits      until 2026-06-02 17:15
  ML-f-received  mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: 作業範囲の疑義

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

> wait until 2026-06-15 17:15
  at                2026-06-12 09:00
  F94               event sub process         activated
  F94_Start         start event               completed
  G94               exclusive gateway         completed  took いいえ
  F95               send task                 completed
  F94_End           end event                 completed
  F94               event sub process         completed
  ML-f-answer_soon  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INQ-R08-00001] 回答の期限が近づいています: 作業範囲の疑義
  F96               event sub process         activated
  F96_Start         start event               completed
  G96               exclusive gateway         completed  took いいえ
  escalation        message                   kept       until 2026-06-16 17:15
  F97               send task                 completed
  F91               send task                 completed
  F91_Done          intermediate catch event  activated
  ML-f-answer_late  mail                      written    to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INQ-R08-00001] 【要対応】回答の期限を過ぎました: 作業範囲の疑義

> complete F70 {"answer": "含みません", "topic": "money"}
  F70  user task           completed
  F78  business rule task  completed
  G78  exclusive gateway   completed  took はい
  F80  user task           created    for iom.leader, due 2026-06-16 23:59

> complete F80 {"outcome": "approved"}
  F80                  user task                 completed
  G80                  exclusive gateway         completed  took はい
  escalation-released  message                   kept       until 2026-06-16 17:15
  F91_Done             intermediate catch event  completed
  F90                  send task                 completed
  G91                  exclusive gateway         completed  took はい
  F93                  send task                 completed
  F96_End              end event                 completed
  F96                  event sub process         completed
  ML-f-answer          mail                      written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せの回答: 作業範囲の疑義
  DOC-f-answer         document                  made       回答書 INQ-R08-00001 作業範囲の疑義.pdf
  F92                  service task              completed
  F100                 user task                 created    for ward_is.staff, due 2026-06-22 23:59
  F100_Remind          timer                     waits      until 2026-06-19 09:00
  F100_Silent          timer                     waits      until 2026-06-23 00:00

> complete F100 {"outcome": "accepted"}
  F100  user task          completed
  G100  exclusive gateway  completed  took はい
  F110  script task        completed
  F112  user task          created    for iom.operator, due 2026-06-22 23:59

> complete F112 {"outcome": "none"}
  F112        user task  completed
  End_Closed  end event  completed
  inquiry     process    completed
