# Fails on the last day of the ten, in time. The agreed day (DL-04) passes with reminders; handed in anew it is accepted with ten new days and passes.
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
>      "deliverables": ["DLV-03", "DLV-04"], "lines": [{"no": 1, "item": "議事録", "quantity": "一式"}, {"no": 2, "item": "月次報告書", "quantity": "3"}], "departments": ["税務課"]}
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

> wait until 2026-07-15 23:59
  at              2026-07-10 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took はい
  I30_Warn        timer              waits      until 2026-07-11 09:00
  I32             send task          completed
  I32_End         end event          completed
  ML-i-last_days  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第1四半期の検査
  at              2026-07-11 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took いいえ
  I32_End         end event          completed
  I30_Warn        timer              waits      until 2026-07-12 09:00
  at              2026-07-12 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took いいえ
  I32_End         end event          completed
  I30_Warn        timer              waits      until 2026-07-13 09:00
  at              2026-07-13 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took いいえ
  I32_End         end event          completed
  I30_Warn        timer              waits      until 2026-07-14 09:00
  at              2026-07-14 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took はい
  I30_Warn        timer              waits      until 2026-07-15 09:00
  I32             send task          completed
  I32_End         end event          completed
  ML-i-last_days  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第1四半期の検査
  at              2026-07-15 09:00
  I30_Warn        boundary event     completed
  G31             exclusive gateway  completed  took はい
  I30_Warn        timer              waits      until 2026-07-16 09:00
  I32             send task          completed
  I32_End         end event          completed
  ML-i-last_days  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査期間の終わりが近づいています: 第1四半期の検査

> complete I30 {"outcome": "failed", "failReason": "6月の月次報告書に障害の件数がない", "lineResults": [{"no": 1, "result": "pass"}, {"no": 2, "result": "fail"}]}
  I30  user task          completed
  G30  exclusive gateway  completed  took いいえ
  I60  user task          created    for ward_is.staff, ward_is.chief, due 2026-07-16 23:59

> complete I60 {"outcome": "notified", "agreedOn": "2026-07-22", "lineReasons": [{"no": 2, "reason": "障害の件数がない"}]}
  I60          user task  completed
  I62          send task  completed
  I70          user task  created    for iom.operator, iom.leader, due 2026-07-22 23:59
  I70_Remind   timer      waits      until 2026-07-21 09:00
  ML-i-failed  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査の結果と修正のお願い: 第1四半期の検査

> wait until 2026-07-23 09:00
  at                2026-07-21 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-22 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査
  at                2026-07-22 09:00
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-23 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査
  I70_Remind        boundary event     completed
  G73               exclusive gateway  completed  took はい
  I70_Remind        timer              waits      until 2026-07-24 09:00
  I73               send task          completed
  I73_End           end event          completed
  ML-i-correct_due  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 再提出の期限: 第1四半期の検査

> complete I70 {"outcome": "resubmitted", "correction": "件数の表を加えた"}
  I70             user task     completed
  I72             script task   completed
  DOC-i-report    document      made       検査報告書 INS-R08-00001 第1四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2026-07-24 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査報告書が提出されました: 第1四半期の検査

> complete I20 {"outcome": "accepted", "paperReceived": true}
  I20            user task          completed
  G20            exclusive gateway  completed  took はい
  I24            script task        completed
  I26            send task          completed
  ML-i-accepted  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書を受理しました: 第1四半期の検査
  I28            send task          completed
  I30            user task          created    for ward_is.staff, ward_is.chief, due 2026-08-06 23:59
  I30_Warn       timer              waits      until 2026-08-03 09:00
  I30_Deemed     timer              waits      until 2026-08-07 00:00
  ML-i-witness   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp: [INS-R08-00001] 検査の立会いをお願いします: 第1四半期の検査

> show round acceptedOn inspectLastDay
  round           variable  is  2
  acceptedOn      variable  is  "2026-07-23"
  inspectLastDay  variable  is  "2026-08-06"

> complete I30 {"outcome": "passed"}
  I30  user task          completed
  G30  exclusive gateway  completed  took はい
  I50  user task          created    for ward_is.staff, ward_is.chief, due 2026-07-24 23:59

> complete I50 {"inspectionCompletedOn": "2026-07-23", "inspector": "高橋", "witnessIs": "田中"}
  I50              user task          completed
  I52              send task          completed
  ML-i-passed      mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査に合格しました: 第1四半期の検査
  DOC-i-inspected  document           made       検査記録 INS-R08-00001 第1四半期の検査.xlsx
  I76              service task       completed
  DOC-i-inspected  document           made       検査報告書（検査済） INS-R08-00001 第1四半期の検査.pdf
  I78              service task       completed
  I80              send task          completed
  G80              exclusive gateway  completed  took 再提出
  End_Failed       end event          completed
  inspection       process            completed
  ML-i-invoice     mail               written    to sato.makoto@iom.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 請求できます: 第1四半期の検査
