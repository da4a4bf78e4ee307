# On the first open day of April and October the desk looks for revisions: none. 1 October 2028 is a Sunday.
process  .
with     ../reference-data
people   ../demo/users.json
clock    2028-09-30 10:00 Asia/Tokyo

> wait until 2028-10-02 08:30
  at              2028-10-01 09:00
  version-change  process                   activated  as VER-R10-00001
  Start_Half      start event               completed
  T11             intermediate catch event  activated  until 2028-10-02 08:30
  D120_Start      message                   awaited    withdraw, key VER-R10-00001
  T11             intermediate catch event  completed
  D12             user task                 created    for iom.operator, due 2028-10-10 23:59

> complete D12 {"outcome": "none", "searched": "デジタル庁と各省の公表"}
  D12             user task          completed
  G12             exclusive gateway  completed  took いいえ
  End_None        end event          completed
  version-change  process            completed
