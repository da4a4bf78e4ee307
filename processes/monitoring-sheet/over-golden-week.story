# DL-47 and DL-34 over the holidays: nobody is reminded from 2 to 6 May.
process  .
people   ../demo/users.json
clock    2026-04-27 10:00 Asia/Tokyo

> start monitoring-sheet
>     {"title": "監視の追加", "items": [{"system": "SYS-46", "resource": "バッチ", "metric": "終了の遅れ", "threshold": "30分", "severity": "high", "operator": "infra"}],
>      "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  monitoring-sheet  process      activated  as MON-R08-00001
  Start_Form        start event  completed
  G10               script task  completed
  G90_Start         message      awaited    withdraw, key MON-R08-00001
  G12               send task    completed
  G20               user task    created    for iom.operator, due 2026-05-01 23:59
  G20_Remind        timer        waits      until 2026-04-30 09:00
  ML-g-received     mail         written    to hayashi@tax-asp.example.jp: [MON-R08-00001] ヒアリングシートを受け付けました: 監視の追加

> wait until 2026-05-07 10:00
  at              2026-04-30 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took はい
  G20_Remind      timer              waits      until 2026-05-01 09:00
  G21             send task          completed
  G21_End         end event          completed
  ML-g-check_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MON-R08-00001] ヒアリングシートの確認の期限: 監視の追加
  at              2026-05-01 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took はい
  G20_Remind      timer              waits      until 2026-05-02 09:00
  G21             send task          completed
  G21_End         end event          completed
  ML-g-check_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MON-R08-00001] ヒアリングシートの確認の期限: 監視の追加
  at              2026-05-02 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took いいえ
  G21_End         end event          completed
  G20_Remind      timer              waits      until 2026-05-03 09:00
  at              2026-05-03 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took いいえ
  G21_End         end event          completed
  G20_Remind      timer              waits      until 2026-05-04 09:00
  at              2026-05-04 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took いいえ
  G21_End         end event          completed
  G20_Remind      timer              waits      until 2026-05-05 09:00
  at              2026-05-05 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took いいえ
  G21_End         end event          completed
  G20_Remind      timer              waits      until 2026-05-06 09:00
  at              2026-05-06 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took いいえ
  G21_End         end event          completed
  G20_Remind      timer              waits      until 2026-05-07 09:00
  at              2026-05-07 09:00
  G20_Remind      boundary event     completed
  Q21             exclusive gateway  completed  took はい
  G20_Remind      timer              waits      until 2026-05-08 09:00
  G21             send task          completed
  G21_End         end event          completed
  ML-g-check_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MON-R08-00001] ヒアリングシートの確認の期限: 監視の追加

> complete G20 {"outcome": "complete", "analysis": "重ならない", "costOrNewTool": false}
  G20                    user task           completed
  Q20                    exclusive gateway   completed  took いいえ
  G35                    business rule task  completed
  G38                    send task           completed
  G40                    user task           created    for ward_is.chief
  G40_Remind             timer               waits      until 2026-05-11 09:00
  ML-g-approval_request  mail                written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお願いします: 監視の追加

# And not at the weekend of 16 May.
> wait until 2026-05-18 09:00
  at             2026-05-11 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-12 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
  at             2026-05-12 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-13 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
  at             2026-05-13 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-14 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
  at             2026-05-14 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-15 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
  at             2026-05-15 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-16 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
  at             2026-05-16 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took いいえ
  G41_End        end event          completed
  G40_Remind     timer              waits      until 2026-05-17 09:00
  at             2026-05-17 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took いいえ
  G41_End        end event          completed
  G40_Remind     timer              waits      until 2026-05-18 09:00
  G40_Remind     boundary event     completed
  Q41            exclusive gateway  completed  took はい
  G40_Remind     timer              waits      until 2026-05-19 09:00
  G41            send task          completed
  G41_End        end event          completed
  ML-g-reminder  mail               written    to takahashi.susumu@ward.example.jp: [MON-R08-00001] 監視項目の承認をお待ちしています: 監視の追加
