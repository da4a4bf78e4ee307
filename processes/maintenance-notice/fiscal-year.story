# DL-09: on the first business day of April the overall schedule is renewed. 1 April 2028 is a Saturday.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2028-03-31 10:00 Asia/Tokyo

> wait until 2028-04-03 08:30
  at                  2028-04-01 09:00
  maintenance-notice  process                   activated  as MNT-R10-00001
  Start_Year          start event               completed
  T05                 intermediate catch event  activated  until 2028-04-03 08:30
  C114_Start          message                   awaited    withdraw, key MNT-R10-00001
  C118_Start          message                   awaited    work-withdrawn, key -
  C116_Start          message                   awaited    maintenance-alert, key MNT-R10-00001
  T05                 intermediate catch event  completed
  C04                 script task               completed
  C05                 user task                 created    for iom.operator, due 2028-04-17 23:59

> complete C05 {"overallDone": true, "overallNote": "新庁舎の竣工"}
  C05  user task  completed
  C06  user task  created    for iom.operator, due 2028-04-17 23:59

> complete C06 {"planCollected": true, "detailNote": "重なりなし"}
  C06                 user task           completed
  C08                 business rule task  completed
  C11                 service task        completed
  DOC-c-year          document            made       令和10年度 全体スケジュール MNT-R10-00001.xlsx
  C09                 service task        completed
  C07                 send task           completed
  End_Year            end event           completed
  maintenance-notice  process             completed
  ML-c-schedule       mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, nakamura@infra.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp: [MNT-R10-00001] 全体スケジュール: 令和10年度 全体スケジュール
