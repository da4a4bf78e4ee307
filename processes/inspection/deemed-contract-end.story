# BV-11: accepted on the last day of the contract, 2031-03-31; ten business days end with Monday 2031-04-14.
process  .
people   ../demo/users.json
clock    2031-03-31 10:00 Asia/Tokyo

> start inspection {"title": "令和7年度第4四半期の検査", "inspectionId": "INS-R7Q4"}
  inspection  process      activated  as INS-R12-00001
  Start_Form  start event  completed
  I05         script task  completed
  I10         user task    created    for iom.operator, iom.leader
  I90_Start   message      awaited    withdraw, key INS-R12-00001

> complete I10
>     {"outcome": "submitted", "contractNo": "7-123", "contractDate": "2025-04-01", "periodFrom": "2026-04-01", "periodTo": "2026-06-30", "contractor": "受注者", "responsible": "佐藤",
>      "deliverables": ["DLV-03", "DLV-04"], "lines": [{"no": 1, "item": "議事録", "quantity": "一式"}, {"no": 2, "item": "月次報告書", "quantity": "3"}], "departments": ["税務課"]}
  I10             user task     completed
  DOC-i-report    document      made       検査報告書 INS-R12-00001 令和7年度第4四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2031-04-01 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R12-00001] 検査報告書が提出されました: 令和7年度第4四半期の検査

> complete I20 {"outcome": "accepted", "paperReceived": true}
  I20            user task          completed
  G20            exclusive gateway  completed  took はい
  I24            script task        completed
  I26            send task          completed
  ML-i-accepted  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R12-00001] 検査報告書を受理しました: 令和7年度第4四半期の検査
  I28            send task          completed
  I30            user task          created    for ward_is.staff, ward_is.chief, due 2031-04-14 23:59
  I30_Warn       timer              waits      until 2031-04-09 09:00
  I30_Deemed     timer              waits      until 2031-04-15 00:00
  ML-i-witness   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp: [INS-R12-00001] 検査の立会いをお願いします: 令和7年度第4四半期の検査

> show acceptedOn inspectLastDay
  acceptedOn      variable  is  "2031-03-31"
  inspectLastDay  variable  is  "2031-04-14"

> wait until 2031-04-14 23:59
  at              2031-04-01 09:00
  inspection      process                   activated  as INS-R13-00001
  Start_Timer     start event               completed
  T03             intermediate catch event  completed
  I02             business rule task        completed
  G02             exclusive gateway         completed  took はい
  I05             script task               completed
  I10             user task                 created    for iom.operator, iom.leader
  I90_Start       message                   awaited    withdraw, key INS-R13-00001
  at              2031-04-09 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2031-04-10 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R12-00001] 検査期間の終わりが近づいています: 令和7年度第4四半期の検査
  at              2031-04-10 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took いいえ
  I32_End         end event                 completed
  I30_Warn        timer                     waits      until 2031-04-11 09:00
  at              2031-04-11 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2031-04-12 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R12-00001] 検査期間の終わりが近づいています: 令和7年度第4四半期の検査
  at              2031-04-12 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took いいえ
  I32_End         end event                 completed
  I30_Warn        timer                     waits      until 2031-04-13 09:00
  at              2031-04-13 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took いいえ
  I32_End         end event                 completed
  I30_Warn        timer                     waits      until 2031-04-14 09:00
  at              2031-04-14 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2031-04-15 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R12-00001] 検査期間の終わりが近づいています: 令和7年度第4四半期の検査

> wait PT1M
  I30              user task          terminated
  I30_Deemed       boundary event     completed
  I40              send task          completed
  ML-i-deemed      mail               written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R12-00001] 検査報告書は承認とみなされました: 令和7年度第4四半期の検査
  DOC-i-inspected  document           made        検査記録 INS-R12-00001 令和7年度第4四半期の検査.xlsx
  I76              service task       completed
  DOC-i-inspected  document           made        検査報告書（検査済） INS-R12-00001 令和7年度第4四半期の検査.pdf
  I78              service task       completed
  I80              send task          completed
  G80              exclusive gateway  completed   took みなし
  End_Deemed       end event          completed
  inspection       process            completed
  ML-i-invoice     mail               written     to sato.makoto@iom.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R12-00001] 請求できます: 令和7年度第4四半期の検査
