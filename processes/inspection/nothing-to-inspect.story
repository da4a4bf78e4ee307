# In October 2025 the first period of the contract still runs: nothing to inspect, no work for anybody.
process  .
people   ../demo/users.json
clock    2025-09-30 10:00 Asia/Tokyo

> wait until 2025-10-01 09:00
  inspection   process                   activated  as INS-R07-00001
  Start_Timer  start event               completed
  T03          intermediate catch event  completed
  I02          business rule task        completed
  G02          exclusive gateway         completed  took いいえ
  End_None     end event                 completed
  I90_Start    message                   awaited    withdraw, key INS-R07-00001
  inspection   process                   completed
