# One is found, but it is about a business that the ward does not run.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2026-09-30 10:00 Asia/Tokyo

> wait until 2026-10-01 09:00
  version-change  process                   activated  as VER-R08-00001
  Start_Half      start event               completed
  T11             intermediate catch event  completed
  D12             user task                 created    for iom.operator, due 2026-10-08 23:59
  D120_Start      message                   awaited    withdraw, key VER-R08-00001

> complete D12 {"outcome": "found", "searched": "各省の公表", "document": "別の業務の仕様書"}
  D12  user task          completed
  G12  exclusive gateway  completed  took はい
  D10  script task        completed
  D20  user task          created    for iom.operator, iom.leader, due 2026-10-08 23:59

> complete D20 {"outcome": "not_applicable", "newSpecVersion": "-", "differences": "本区にない業務"}
  D20                user task          completed
  G20                exclusive gateway  completed  took いいえ
  End_NotApplicable  end event          completed
  version-change     process            completed
