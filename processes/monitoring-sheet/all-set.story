# Asked back once, approved row by row after a return, set by two operators whose test alerts arrive: all set.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start monitoring-sheet
>     {"title": "税務バッチの監視", "items": [{"system": "SYS-46", "resource": "バッチ", "metric": "終了の遅れ", "threshold": "30分", "severity": "high", "operator": "infra"}, {"system": "SYS-46", "resource": "VPN", "metric": "遅延", "threshold": "200ms", "severity": "warning", "operator": "network"}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  monitoring-sheet  process      activated  as MON-R08-00001
  Start_Form        start event  completed
  G10               script task  completed
  G90_Start         message      awaited    withdraw, key MON-R08-00001
  G12               send task    completed
  G20               user task    created    for iom.operator, due 2026-06-04 23:59
  G20_Remind        timer        waits      until 2026-06-03 09:00
  ML-g-received     mail         written    to hayashi@tax-asp.example.jp: [MON-R08-00001] ヒアリングシートを受け付けました: 税務バッチの監視

> complete G20 {"outcome": "ask", "analysis": "しきい値の根拠がない", "question": "30分の根拠は"}
  G20            user task          completed
  Q20            exclusive gateway  completed  took はい
  G30            send task          completed
  G32            user task          created    for joint_asp/SYS-46.staff
  ML-g-question  mail               written    to hayashi@tax-asp.example.jp: [MON-R08-00001] 監視項目の照会: 税務バッチの監視

> complete G32 {"answer": "夜間の余裕が30分"}
  G32         user task  completed
  G20         user task  created    for iom.operator, due 2026-06-04 23:59
  G20_Remind  timer      waits      until 2026-06-03 09:00

> complete G20 {"outcome": "complete", "analysis": "二重の監視はない"}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.chief
  G40_Remind             timer               waits      until 2026-06-03 09:00
  ML-g-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 税務バッチの監視

> complete G40 {"outcome": "returned", "returnReason": "誤検知の見込みを書いて"}
  G40         user task          completed
  Q42         exclusive gateway  completed  took 差戻し
  G20         user task          created    for iom.operator, due 2026-06-04 23:59
  G20_Remind  timer              waits      until 2026-06-03 09:00

> complete G20 {"outcome": "complete", "analysis": "二重の監視はない", "noise": "月1件"}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.chief
  G40_Remind             timer               waits      until 2026-06-03 09:00
  ML-g-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 税務バッチの監視

> complete G40
>     {"outcome": "decided", "items": [{"system": "SYS-46", "metric": "終了の遅れ", "decision": "approved", "operator": "infra"}, {"system": "SYS-46", "metric": "遅延", "decision": "approved", "operator": "network"}]}
  G40               user task            completed
  Q42               exclusive gateway    completed  took あり
  G48               script task          completed
  DOC-g-sheet       document             made       監視項目ヒアリングシート MON-R08-00001 税務バッチの監視.xlsx
  G49               service task         completed
  G50               send task            completed
  G60               multi instance body  activated
  G60               user task            created    for infra.staff, due 2026-06-15 23:59
  G60               user task            created    for network.staff, due 2026-06-15 23:59
  ML-g-set_request  mail                 written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, inoue@network.example.jp: [MON-R08-00001] 監視設定のお願い: 税務バッチの監視

> complete G60 {"outcome": "set", "fingerprint": "zabbix-infra|tax-batch|delay", "testAlertSeen": true, "setNote": "設定した"}
  G60  user task  completed

> complete G60 {"outcome": "set", "fingerprint": "jp1-network|vpn|latency", "testAlertSeen": true, "setNote": "設定した"}
  G60  user task            completed
  G70  user task            created    for iom.operator, due 2026-06-04 23:59
  G60  multi instance body  completed

> complete G70 {"ledgerUpdated": true, "proceduresRegistered": true}
  G70               user task          completed
  DOC-g-ledger      document           made       監視項目台帳 登録票 MON-R08-00001.xlsx
  G72               service task       completed
  G75               send task          completed
  Q75               exclusive gateway  completed  took はい
  End_All           end event          completed
  monitoring-sheet  process            completed
  ML-g-result       mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視の設定の結果: 税務バッチの監視
