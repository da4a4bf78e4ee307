# BV-02: accepted on 2026-12-21; ten business days over 年末年始 end with Friday 2027-01-08. Deemed approved at the first instant after it.
process  .
people   ../demo/users.json
clock    2026-12-21 10:00 Asia/Tokyo

> start inspection {"title": "第2四半期の検査", "inspectionId": "INS-R8Q2"}
  inspection  process      activated  as INS-R08-00001
  Start_Form  start event  completed
  I05         script task  completed
  I10         user task    created    for iom.operator, iom.leader
  I90_Start   message      awaited    withdraw, key INS-R08-00001

> complete I10
>     {"outcome": "submitted", "contractNo": "7-123", "contractDate": "2025-04-01", "periodFrom": "2026-04-01", "periodTo": "2026-06-30", "contractor": "受注者", "responsible": "佐藤",
>      "deliverables": ["DLV-03", "DLV-04"], "lines": [{"no": 1, "item": "議事録", "quantity": "一式"}, {"no": 2, "item": "月次報告書", "quantity": "3"}], "departments": ["税務課"]}
  I10             user task     completed
  DOC-i-report    document      made       検査報告書 INS-R08-00001 第2四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2026-12-22 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査報告書が提出されました: 第2四半期の検査

> complete I20 {"outcome": "accepted", "paperReceived": true}
  I20            user task          completed
  G20            exclusive gateway  completed  took はい
  I24            script task        completed
  I26            send task          completed
  ML-i-accepted  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書を受理しました: 第2四半期の検査
  I28            send task          completed
  I30            user task          created    for ward_is.staff, ward_is.chief, due 2027-01-08 23:59
  I30_Warn       timer              waits      until 2027-01-05 09:00
  I30_Deemed     timer              waits      until 2027-01-09 00:00
  ML-i-witness   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp: [INS-R08-00001] 検査の立会いをお願いします: 第2四半期の検査

> show acceptedOn inspectLastDay
  acceptedOn      variable  is  "2026-12-21"
  inspectLastDay  variable  is  "2027-01-08"

> wait until 2027-01-08 23:59
  at              2027-01-01 09:00
  inspection      process                   activated  as INS-R08-00002
  Start_Timer     start event               completed
  T03             intermediate catch event  activated  until 2027-01-04 08:30
  I90_Start       message                   awaited    withdraw, key INS-R08-00002
  at              2027-01-04 08:30
  T03             intermediate catch event  completed
  I02             business rule task        completed
  G02             exclusive gateway         completed  took はい
  I05             script task               completed
  I10             user task                 created    for iom.operator, iom.leader
  at              2027-01-05 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2027-01-06 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第2四半期の検査
  at              2027-01-06 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took いいえ
  I32_End         end event                 completed
  I30_Warn        timer                     waits      until 2027-01-07 09:00
  at              2027-01-07 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2027-01-08 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第2四半期の検査
  at              2027-01-08 09:00
  I30_Warn        boundary event            completed
  G31             exclusive gateway         completed  took はい
  I30_Warn        timer                     waits      until 2027-01-09 09:00
  I32             send task                 completed
  I32_End         end event                 completed
  ML-i-last_days  mail                      written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第2四半期の検査

> wait PT1M
  I30              user task          terminated
  I30_Deemed       boundary event     completed
  I40              send task          completed
  ML-i-deemed      mail               written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書は承認とみなされました: 第2四半期の検査
  DOC-i-inspected  document           made        検査記録 INS-R08-00001 第2四半期の検査.xlsx
  I76              service task       completed
  DOC-i-inspected  document           made        検査報告書（検査済） INS-R08-00001 第2四半期の検査.pdf
  I78              service task       completed
  I80              send task          completed
  G80              exclusive gateway  completed   took みなし
  End_Deemed       end event          completed
  inspection       process            completed
  ML-i-invoice     mail               written     to sato.makoto@iom.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 請求できます: 第2四半期の検査
