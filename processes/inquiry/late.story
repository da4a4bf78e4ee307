# Nobody classifies it (DL-45) and nobody answers (DL-46): told at half the time and at the end, desk hours only.
process  .
people   ../demo/users.json
clock    2026-05-01 16:45 Asia/Tokyo

> start inquiry
>     {"title": "VPNの切断", "question": "切れる", "requester": {"name": "田中", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  inquiry        process             activated  as INQ-R08-00001
  Start_Form     start event         completed
  F20            script task         completed
  F94_Start      timer               waits      until 2026-05-08 12:22:30
  F96_Start      timer               waits      until 2026-05-11 17:15
  F98_Start      message             awaited    withdraw, key INQ-R08-00001
  F22            send task           completed
  F25            business rule task  completed
  G25            exclusive gateway   completed  took 統合運用
  F30            user task           created    for iom.operator, due 2026-05-07 17:15
  F30_Half       timer               waits      until 2026-05-07 12:22:30
  F30_Late       timer               waits      until 2026-05-07 17:15
  ML-f-received  mail                written    to tanaka.yumi@ward.example.jp: [INQ-R08-00001] 問合せを受け付けました: VPNの切断

> wait until 2026-05-11 17:15
  at                2026-05-07 12:22:30
  F30_Half          boundary event            completed
  F33               send task                 completed
  F33_End           end event                 completed
  ML-f-first_soon   mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INQ-R08-00001] 一次回答の期限が近づいています: VPNの切断
  at                2026-05-07 17:15
  F30_Late          boundary event            completed
  F31               send task                 completed
  F31_End           end event                 completed
  ML-f-first_late   mail                      written    to sato.makoto@iom.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INQ-R08-00001] 一次回答の期限を過ぎました: VPNの切断
  at                2026-05-08 12:22:30
  F94               event sub process         activated
  F94_Start         start event               completed
  G94               exclusive gateway         completed  took いいえ
  F95               send task                 completed
  F94_End           end event                 completed
  F94               event sub process         completed
  ML-f-answer_soon  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INQ-R08-00001] 回答の期限が近づいています: VPNの切断
  F96               event sub process         activated
  F96_Start         start event               completed
  G96               exclusive gateway         completed  took いいえ
  escalation        message                   kept       until 2026-05-12 17:15
  F97               send task                 completed
  F91               send task                 completed
  F91_Done          intermediate catch event  activated
  ML-f-answer_late  mail                      written    to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INQ-R08-00001] 【要対応】回答の期限を過ぎました: VPNの切断

> publish withdraw key INQ-R08-00001
  F98_Start            message                   correlated  withdraw
  F30                  user task                 terminated
  F91_Done             intermediate catch event  terminated
  F98                  event sub process         activated
  F98_Start            start event               completed
  F96                  event sub process         terminated
  escalation-released  message                   kept        until 2026-05-12 17:15
  F99                  send task                 completed
  End_Withdrawn        end event                 completed
  F98                  event sub process         completed
  inquiry              process                   completed
  ML-f-withdrawn       mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp: [INQ-R08-00001] 取り下げられました: VPNの切断
