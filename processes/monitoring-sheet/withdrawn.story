# Withdrawn by the vendor while it waits for the ward.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start monitoring-sheet
>     {"title": "取りやめた監視", "items": [{"system": "SYS-46", "resource": "バッチ", "metric": "終了の遅れ", "threshold": "30分", "severity": "high", "operator": "infra"}, {"system": "SYS-46", "resource": "VPN", "metric": "遅延", "threshold": "200ms", "severity": "warning", "operator": "network"}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  monitoring-sheet  process      activated  as MON-R08-00001
  Start_Form        start event  completed
  G10               script task  completed
  G90_Start         message      awaited    withdraw, key MON-R08-00001
  G12               send task    completed
  G20               user task    created    for iom.operator, due 2026-06-04 23:59
  G20_Remind        timer        waits      until 2026-06-03 09:00
  ML-g-received     mail         written    to hayashi@tax-asp.example.jp: [MON-R08-00001] ヒアリングシートを受け付けました: 取りやめた監視

> complete G20 {"outcome": "complete", "analysis": "可"}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.chief
  G40_Remind             timer               waits      until 2026-06-03 09:00
  ML-g-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 取りやめた監視

> publish withdraw key MON-R08-00001
  G90_Start         message            correlated  withdraw
  G40               user task          terminated
  G90               event sub process  activated
  G90_Start         start event        completed
  G91               send task          completed
  End_Withdrawn     end event          completed
  G90               event sub process  completed
  monitoring-sheet  process            completed
  ML-g-withdrawn    mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp: [MON-R08-00001] 取り下げられました: 取りやめた監視
