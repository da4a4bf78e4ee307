# Nobody looks for three business days (DL-47), the manager (a new tool costs money) for two more: reminders on business days, none on 21 to 23
# September. One row is deferred and one operator can't: partly set.
process  .
people   ../demo/users.json
clock    2026-09-14 10:00 Asia/Tokyo

> start monitoring-sheet
>     {"title": "監視の追加", "items": [{"system": "SYS-46", "resource": "バッチ", "metric": "終了の遅れ", "threshold": "30分", "severity": "high", "operator": "infra"}, {"system": "SYS-46", "resource": "VPN", "metric": "遅延", "threshold": "200ms", "severity": "warning", "operator": "network"}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  monitoring-sheet  process      activated  as MON-R08-00001
  Start_Form        start event  completed
  G10               script task  completed
  G90_Start         message      awaited    withdraw, key MON-R08-00001
  G12               send task    completed
  G20               user task    created    for iom.operator, due 2026-09-17 23:59
  G20_Remind        timer        waits      until 2026-09-16 09:00
  ML-g-received     mail         written    to hayashi@tax-asp.example.jp: [MON-R08-00001] ヒアリングシートを受け付けました: 監視の追加

> wait until 2026-09-17 10:00
  at              2026-09-16 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took はい
  G20_Remind      timer              waits      until 2026-09-17 09:00
  G21             send task          completed
  G21_End         end event          completed
  ML-g-check_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MON-R08-00001] ヒアリングシートの確認の期限: 監視の追加
  at              2026-09-17 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took はい
  G20_Remind      timer              waits      until 2026-09-18 09:00
  G21             send task          completed
  G21_End         end event          completed
  ML-g-check_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MON-R08-00001] ヒアリングシートの確認の期限: 監視の追加

> complete G20 {"outcome": "complete", "analysis": "新しい道具が要る", "costOrNewTool": true}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.manager
  G40_Remind             timer               waits      until 2026-09-24 09:00
  ML-g-approval_request  mail                written    to yamada.taro@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 監視の追加

> wait until 2026-09-24 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-09-25 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to yamada.taro@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加

> complete G40
>     {"outcome": "decided", "items": [{"system": "SYS-46", "metric": "終了の遅れ", "decision": "approved", "operator": "infra"}, {"system": "SYS-46", "metric": "遅延", "decision": "deferred", "operator": "network"}]}
  G40               user task            completed
  Q42               exclusive gateway    completed  took あり
  G48               script task          completed
  DOC-g-sheet       document             made       監視項目ヒアリングシート MON-R08-00001 監視の追加.xlsx
  G49               service task         completed
  G50               send task            completed
  G60               multi instance body  activated
  G60               user task            created    for infra.staff, due 2026-10-08 23:59
  ML-g-set_request  mail                 written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [MON-R08-00001] 監視設定のお願い: 監視の追加

> complete G60 {"outcome": "not_set", "setNote": "版が古い"}
  G60  user task            completed
  G70  user task            created    for iom.operator, due 2026-09-29 23:59
  G60  multi instance body  completed

> complete G70 {"ledgerUpdated": true}
  G70               user task          completed
  DOC-g-ledger      document           made       監視項目台帳 登録票 MON-R08-00001.xlsx
  G72               service task       completed
  G75               send task          completed
  Q75               exclusive gateway  completed  took いいえ
  End_Partly        end event          completed
  monitoring-sheet  process            completed
  ML-g-result       mail               written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視の設定の結果: 監視の追加
