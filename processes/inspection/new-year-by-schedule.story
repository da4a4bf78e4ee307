# 1 January is closed: the case of the third quarter waits until the ward opens on Monday 4 January 2027.
process  .
people   ../demo/users.json
clock    2026-12-31 10:00 Asia/Tokyo

> wait until 2027-01-04 08:30
  at           2027-01-01 09:00
  inspection   process                   activated  as INS-R08-00001
  Start_Timer  start event               completed
  T03          intermediate catch event  activated  until 2027-01-04 08:30
  I90_Start    message                   awaited    withdraw, key INS-R08-00001
  T03          intermediate catch event  completed
  I02          business rule task        completed
  G02          exclusive gateway         completed  took はい
  I05          script task               completed
  I10          user task                 created    for iom.operator, iom.leader

> publish withdraw key INS-R08-00001
  I90_Start       message            correlated  withdraw
  I10             user task          terminated
  I90             event sub process  activated
  I90_Start       start event        completed
  I91             send task          completed
  End_Withdrawn   end event          completed
  I90             event sub process  completed
  inspection      process            completed
  ML-i-withdrawn  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INS-R08-00001] 取り下げられました: 令和8年度 第3四半期の検査
