# n13: in April it is begun by hand, in May by itself on the first open day; open rows are carried over, closed ones are not; the report is late once.
process  .
people   ../demo/users.json
clock    2026-04-20 10:00 Asia/Tokyo

> start issue-register {}
  issue-register  process       activated  as ISS-R08-00001
  Start_Form      start event   completed
  R10             service task  completed
  R12             script task   completed
  R20             user task     created    for iom.operator, due 2026-04-23 23:59

> complete R20 {"issues": [{"what": "連携試験の日程", "who": "統合運用", "until": "2026-05-15", "state": "doing"}, {"what": "端末の不足", "state": "closed"}],
>     "risks": [{"what": "改版の遅れ", "likelihood": "middle", "impact": "high", "measure": "毎週の確認", "state": "watched"}],
>     "works": [{"task": "全体計画", "who": "統合運用", "from": "2026-04-01", "until": "2026-04-30", "progress": 60}, {"task": "体制表", "progress": 100}]}
  R20  user task  completed
  R30  user task  created    for iom.leader, due 2026-04-21 23:59

> complete R30 {"outcome": "returned", "returnReason": "担当を決める"}
  R30  user task          completed
  G30  exclusive gateway  completed  took いいえ
  R20  user task          created    for iom.operator, due 2026-04-23 23:59

> complete R20 {}
  R20  user task  completed
  R30  user task  created    for iom.leader, due 2026-04-21 23:59

> complete R30 {"outcome": "approved"}
  R30               user task          completed
  G30               exclusive gateway  completed  took はい
  DOC-n13-register  document           made       課題・リスク・WBS 2026年4月 ISS-R08-00001.xlsx
  R40               service task       completed
  R45               send task          completed
  R50               user task          created    for ward_is.staff, due 2026-05-08 23:59
  R50_Late          timer              waits      until 2026-05-09 00:00
  ML-n13-register   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp: [ISS-R08-00001] 課題・リスク・WBS: 課題・リスク・WBS 2026年4月

> complete R50 {"outcome": "received", "meetingOn": "2026-04-22", "meetingNote": "日程は次回"}
  R50             user task    completed
  R60             script task  completed
  End_Reported    end event    completed
  issue-register  process      completed

# 1 May 2026 is a Friday, and open.
> wait until 2026-05-01 09:00
  issue-register  process                   activated  as ISS-R08-00002
  Start_Month     start event               completed
  T05             intermediate catch event  completed
  R10             service task              completed
  R12             script task               completed
  R20             user task                 created    for iom.operator, due 2026-05-11 23:59

> show title issues risks works of ISS-R08-00002
  title   variable  is  "課題・リスク・WBS 2026年5月"
  issues  variable  is  [{"what":"連携試験の日程","who":"統合運用","until":"2026-05-15","state":"doing"}]
  risks   variable  is  [{"what":"改版の遅れ","likelihood":"middle","impact":"high","measure":"毎週の確認","state":"watched"}]
  works   variable  is  [{"task":"全体計画","who":"統合運用","from":"2026-04-01","until":"2026-04-30","progress":60}]

> complete R20 {}
  R20  user task  completed
  R30  user task  created    for iom.leader, due 2026-05-07 23:59

> complete R30 {"outcome": "approved"}
  R30               user task          completed
  G30               exclusive gateway  completed  took はい
  DOC-n13-register  document           made       課題・リスク・WBS 2026年5月 ISS-R08-00002.xlsx
  R40               service task       completed
  R45               send task          completed
  R50               user task          created    for ward_is.staff, due 2026-05-20 23:59
  R50_Late          timer              waits      until 2026-05-21 00:00
  ML-n13-register   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp: [ISS-R08-00002] 課題・リスク・WBS: 課題・リスク・WBS 2026年5月

> wait until 2026-05-21 00:00
  R50_Late     boundary event  completed
  R51          send task       completed
  R51_End      end event       completed
  ML-n13-late  mail            written    to sato.makoto@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [ISS-R08-00002] 会議の報告を記してください: 課題・リスク・WBS 2026年5月
