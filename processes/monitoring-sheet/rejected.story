# No row is approved.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start monitoring-sheet
>     {"title": "過剰な監視", "items": [{"system": "SYS-46", "resource": "バッチ", "metric": "終了の遅れ", "threshold": "30分", "severity": "high", "operator": "infra"}, {"system": "SYS-46", "resource": "VPN", "metric": "遅延", "threshold": "200ms", "severity": "warning", "operator": "network"}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  monitoring-sheet  process      activated  as MON-R08-00001
  Start_Form        start event  completed
  G10               script task  completed
  G90_Start         message      awaited    withdraw, key MON-R08-00001
  G12               send task    completed
  G20               user task    created    for iom.operator, due 2026-06-04 23:59
  G20_Remind        timer        waits      until 2026-06-03 09:00
  ML-g-received     mail         written    to hayashi@tax-asp.example.jp: [MON-R08-00001] ヒアリングシートを受け付けました: 過剰な監視

> complete G20 {"outcome": "complete", "analysis": "すでに監視している"}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.chief
  G40_Remind             timer               waits      until 2026-06-03 09:00
  ML-g-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 過剰な監視

> complete G40
>     {"outcome": "decided", "items": [{"system": "SYS-46", "metric": "終了の遅れ", "decision": "rejected"}, {"system": "SYS-46", "metric": "遅延", "decision": "rejected"}]}
  G40               user task          completed
  Q42               exclusive gateway  completed  took なし
  G45               send task          completed
  End_Rejected      end event          completed
  monitoring-sheet  process            completed
  ML-g-rejected     mail               written    to hayashi@tax-asp.example.jp: [MON-R08-00001] 監視項目は承認されませんでした: 過剰な監視
