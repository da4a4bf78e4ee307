# DL-04: the agreed day is a Monday; reminded on the Friday before, not at the weekend, then on the day and after it.
process  .
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start inspection {"title": "第1四半期の検査", "inspectionId": "INS-R8Q1"}
  inspection  process      activated  as INS-R08-00001
  Start_Form  start event  completed
  I05         script task  completed
  I10         user task    created    for iom.operator, iom.leader
  I90_Start   message      awaited    withdraw, key INS-R08-00001

> complete I10
>     {"outcome": "submitted", "contractNo": "7-123", "contractDate": "2025-04-01", "periodFrom": "2026-04-01", "periodTo": "2026-06-30", "contractor": "受注者", "responsible": "佐藤",
>      "deliverables": ["DLV-03"], "lines": [{"no": 1, "item": "議事録", "quantity": "一式"}], "departments": ["税務課"]}
  I10             user task     completed
  DOC-i-report    document      made       検査報告書 INS-R08-00001 第1四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2026-07-02 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査報告書が提出されました: 第1四半期の検査

> complete I20 {"outcome": "accepted", "paperReceived": true}
  I20            user task          completed
  G20            exclusive gateway  completed  took はい
  I24            script task        completed
  I26            send task          completed
  ML-i-accepted  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書を受理しました: 第1四半期の検査
  I28            send task          completed
  I30            user task          created    for ward_is.staff, ward_is.chief, due 2026-07-15 23:59
  I30_Warn       timer              waits      until 2026-07-10 09:00
  I30_Deemed     timer              waits      until 2026-07-16 00:00
  ML-i-witness   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp: [INS-R08-00001] 検査の立会いをお願いします: 第1四半期の検査

> complete I30 {"outcome": "failed", "failReason": "4月分がない", "lineResults": [{"no": 1, "result": "fail"}]}
  I30  user task          completed
  G30  exclusive gateway  completed  took いいえ
  I60  user task          created    for ward_is.staff, ward_is.chief, due 2026-07-02 23:59

> complete I60 {"outcome": "notified", "agreedOn": "2026-07-13", "lineReasons": [{"no": 1, "reason": "4月分がない"}]}
  I60          user task  completed
  I62          send task  completed
  I70          user task  created    for iom.operator, iom.leader, due 2026-07-13 23:59
  I70_Remind   timer      waits      until 2026-07-10 09:00
  ML-i-failed  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査の結果と修正のお願い: 第1四半期の検査

> wait until 2026-07-14 09:00
  at                2026-07-10 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-11 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査
  at                2026-07-11 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took いいえ
  I73_End           end event          completed
  I70_Remind        timer              waits      until 2026-07-12 09:00
  at                2026-07-12 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took いいえ
  I73_End           end event          completed
  I70_Remind        timer              waits      until 2026-07-13 09:00
  at                2026-07-13 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-14 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-15 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査
