# DL-10, each quarter on a day the ward is open: some confirm, one corrects, the rest are silent for ten business days; the desk hands in the new sheet.
process  .
people   ../demo/users.json
clock    2026-12-31 10:00 Asia/Tokyo

> wait until 2027-01-04 08:30
  at                 2027-01-01 09:00
  emergency-contact  process                   activated  as EMG-R08-00001
  Start_Quarter      start event               completed
  T02                intermediate catch event  activated  until 2027-01-04 08:30
  T02                intermediate catch event  completed
  M02                service task              completed
  M03                send task                 completed
  M04                multi instance body       activated
  M04_Over           timer                     waits      until 2027-01-20 00:00
  M04                user task                 created    for ward_is.staff, ward_is.chief, due 2027-01-19 23:59
  M04                user task                 created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2027-01-19 23:59
  M04                user task                 created    for ward_dept/戸籍住民課.staff, ward_dept/戸籍住民課.manager, due 2027-01-19 23:59
  M04                user task                 created    for iom.operator, iom.leader, due 2027-01-19 23:59
  M04                user task                 created    for single_db.staff, single_db.leader, due 2027-01-19 23:59
  M04                user task                 created    for network.staff, network.leader, due 2027-01-19 23:59
  M04                user task                 created    for infra.staff, infra.leader, due 2027-01-19 23:59
  M04                user task                 created    for helpdesk.staff, helpdesk.leader, due 2027-01-19 23:59
  M04                user task                 created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2027-01-19 23:59
  M04                user task                 created    for joint_asp/SYS-40.staff, joint_asp/SYS-40.leader, due 2027-01-19 23:59
  M04                user task                 created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2027-01-19 23:59
  ML-m-sheet         mail                      written    to takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp, kato.takashi@ward.example.jp, sato.makoto@iom.example.jp, kimura@singledb.example.jp, inoue@network.example.jp, matsumoto@infra.example.jp, mori@helpdesk.example.jp, hayashi@tax-asp.example.jp, shimizu@jumin-asp.example.jp, yamaguchi@shuno.example.jp: [EMG-R08-00001] 体制表の確認: 体制表の確認

> complete M04 {"outcome": "same"}
  M04  user task  completed

> complete M04 {"outcome": "changed", "correction": "課長が替わった"}
  M04  user task  completed

> wait until 2027-01-20 00:00
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04              user task            terminated
  M04_Over         boundary event       completed
  M04              multi instance body  terminated
  M07              send task            completed
  M05              user task            created     for iom.operator, due 2027-01-25 23:59
  ML-m-sheet_open  mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [EMG-R08-00001] 体制表に未確認の行があります: 体制表の確認

> complete M05 {"sheetMade": true}
  M05                user task     completed
  M08                service task  completed
  DOC-m-contacts     document      made       緊急連絡体制表 EMG-R08-00001.pdf
  M09                service task  completed
  M06                send task     completed
  End_Sheet          end event     completed
  emergency-contact  process       completed
  ML-m-sheet_new     mail          written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamada.taro@ward.example.jp: [EMG-R08-00001] 新しい体制表: 体制表の確認
