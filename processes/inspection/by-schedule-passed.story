# The quarter's inspection begins by itself on the first of the following month; on a closed day (1 October is open, 1 January isn't) it waits
# until the ward opens. Incomplete at first, then accepted and passed with a witness.
process  .
people   ../demo/users.json
clock    2026-06-30 10:00 Asia/Tokyo

> wait until 2026-07-01 09:00
  inspection   process                   activated  as INS-R08-00001
  Start_Timer  start event               completed
  T03          intermediate catch event  completed
  I02          business rule task        completed
  G02          exclusive gateway         completed  took はい
  I05          script task               completed
  I10          user task                 created    for iom.operator, iom.leader
  I90_Start    message                   awaited    withdraw, key INS-R08-00001

> complete I10
>     {"outcome": "submitted", "contractNo": "7-123", "contractDate": "2025-04-01", "periodFrom": "2026-04-01", "periodTo": "2026-06-30", "contractor": "受注者", "responsible": "佐藤",
>      "deliverables": ["DLV-03", "DLV-04"], "lines": [{"no": 1, "item": "議事録", "quantity": "一式"}, {"no": 2, "item": "月次報告書", "quantity": "3"}], "departments": ["税務課"]}
  I10             user task     completed
  DOC-i-report    document      made       検査報告書 INS-R08-00001 令和8年度 第1四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2026-07-02 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査報告書が提出されました: 令和8年度 第1四半期の検査

> complete I20 {"outcome": "incomplete", "incompleteReason": "責任者の印がない"}
  I20              user task          completed
  G20              exclusive gateway  completed  took いいえ
  I22              send task          completed
  I74              user task          created    for iom.operator, iom.leader
  ML-i-incomplete  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書に不備があります: 令和8年度 第1四半期の検査

> complete I74 {"outcome": "resubmitted"}
  I74             user task     completed
  DOC-i-report    document      made       検査報告書 INS-R08-00001 令和8年度 第1四半期の検査.pdf
  I12             service task  completed
  I15             send task     completed
  I20             user task     created    for ward_is.staff, ward_is.chief, due 2026-07-02 23:59
  ML-i-submitted  mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 検査報告書が提出されました: 令和8年度 第1四半期の検査

> complete I20 {"outcome": "accepted", "paperReceived": true}
  I20            user task          completed
  G20            exclusive gateway  completed  took はい
  I24            script task        completed
  I26            send task          completed
  ML-i-accepted  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査報告書を受理しました: 令和8年度 第1四半期の検査
  I28            send task          completed
  I30            user task          created    for ward_is.staff, ward_is.chief, due 2026-07-15 23:59
  I30_Warn       timer              waits      until 2026-07-10 09:00
  I30_Deemed     timer              waits      until 2026-07-16 00:00
  ML-i-witness   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp: [INS-R08-00001] 検査の立会いをお願いします: 令和8年度 第1四半期の検査

> complete I30 {"outcome": "passed", "lineResults": [{"no": 1, "result": "pass"}, {"no": 2, "result": "pass"}]}
  I30  user task          completed
  G30  exclusive gateway  completed  took はい
  I50  user task          created    for ward_is.staff, ward_is.chief, due 2026-07-02 23:59

> complete I50 {"inspectionCompletedOn": "2026-07-01", "inspector": "高橋", "witnessDept": "小林", "witnessIs": "田中", "sealedScan": true}
  I50              user task          completed
  I52              send task          completed
  ML-i-passed      mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 検査に合格しました: 令和8年度 第1四半期の検査
  DOC-i-inspected  document           made       検査記録 INS-R08-00001 令和8年度 第1四半期の検査.xlsx
  I76              service task       completed
  DOC-i-inspected  document           made       検査報告書（検査済） INS-R08-00001 令和8年度 第1四半期の検査.pdf
  I78              service task       completed
  I80              send task          completed
  G80              exclusive gateway  completed  took 合格
  End_Passed       end event          completed
  inspection       process            completed
  ML-i-invoice     mail               written    to sato.makoto@iom.example.jp; copy to suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INS-R08-00001] 請求できます: 令和8年度 第1四半期の検査
