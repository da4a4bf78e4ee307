# The first business day of February to 1 April. One vendor answers, one only after the last warning, one never: its rows lapse. The chief sends the list back once.
process  .
with     ../data-centre-entry/data_centre_registrations.table.json
people   ../demo/users.json
clock    2027-02-01 09:00 Asia/Tokyo

> start data-centre-renewal
  data-centre-renewal  process       activated  as DCE-R08-00001
  Start_Form           start event   completed
  B10                  script task   completed
  B12                  service task  completed
  B20                  user task     created    for iom.operator, due 2027-02-02 23:59

> show title yearEnd
  title    variable  is  "電算センターの入室登録の年度切替（令和9年度分）"
  yearEnd  variable  is  "2027-03-31"

> complete B20
>     {"vendors": [{"party": "joint_asp/SYS-46", "rows": [{"name": "上田 光", "badgeNo": "T-02", "to": "2027-03-31"},
>      {"name": "原 望", "badgeNo": "T-03", "to": "2027-03-31"}]}, {"party": "nonstd/SYS-13", "rows": [{"name": "山口 亮",
>      "badgeNo": "S-07", "to": "2027-03-31"}]}, {"party": "network", "rows": [{"name": "山口 亮", "badgeNo": "S-07",
>      "to": "2027-03-31"}]}]}
  B20              user task            completed
  B30              multi instance body  activated
  B30              sub process          activated
  B30              sub process          activated
  B30              sub process          activated
  B30_Start        start event          completed
  B30_Start        start event          completed
  B30_Start        start event          completed
  B32              send task            completed
  B34              user task            created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2027-03-16 23:59
  B34_Remind       timer                waits      until 2027-02-08 09:00
  B34_Last         timer                waits      until 2027-03-17 00:00
  B34_Over         timer                waits      until 2027-03-24 00:00
  ML-b5y-campaign  mail                 written    to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替: 電算センターの入室登録の年度切替（令和9年度分）
  B32              send task            completed
  B34              user task            created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2027-03-16 23:59
  B34_Remind       timer                waits      until 2027-02-08 09:00
  B34_Last         timer                waits      until 2027-03-17 00:00
  B34_Over         timer                waits      until 2027-03-24 00:00
  ML-b5y-campaign  mail                 written    to yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替: 電算センターの入室登録の年度切替（令和9年度分）
  B32              send task            completed
  B34              user task            created    for network.staff, network.leader, due 2027-03-16 23:59
  B34_Remind       timer                waits      until 2027-02-08 09:00
  B34_Last         timer                waits      until 2027-03-17 00:00
  B34_Over         timer                waits      until 2027-03-24 00:00
  ML-b5y-campaign  mail                 written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替: 電算センターの入室登録の年度切替（令和9年度分）

> complete B34
>     {"rows": [{"name": "上田 光", "badgeNo": "T-02", "to": "2027-03-31", "decision": "continue"}, {"name": "原 望",
>      "badgeNo": "T-03", "to": "2027-03-31", "decision": "stop"}], "added": [{"name": "森田 葵",
>      "organisation": "税務ASP", "badgeNo": "T-09"}]}
  B34      user task    completed
  B35      script task  completed
  B34_End  end event    completed
  B30      sub process  completed

# A week later the others are reminded; on 16 March their time is up (ten business days before 31 March), and their leaders are warned.
> wait until 2027-02-08 09:00
  B34_Remind       boundary event  completed
  B34_Remind       boundary event  completed
  B34_Remind       timer           waits      until 2027-02-15 09:00
  B34_Remind       timer           waits      until 2027-02-15 09:00
  B36              send task       completed
  B36_End          end event       completed
  ML-b5y-reminder  mail            written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36              send task       completed
  B36_End          end event       completed
  ML-b5y-reminder  mail            written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）

> wait until 2027-03-17 00:00
  at                   2027-02-15 09:00
  B34_Remind           boundary event    completed
  B34_Remind           boundary event    completed
  B34_Remind           timer             waits      until 2027-02-22 09:00
  B34_Remind           timer             waits      until 2027-02-22 09:00
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  at                   2027-02-22 09:00
  B34_Remind           boundary event    completed
  B34_Remind           boundary event    completed
  B34_Remind           timer             waits      until 2027-03-01 09:00
  B34_Remind           timer             waits      until 2027-03-01 09:00
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  at                   2027-03-01 09:00
  B34_Remind           boundary event    completed
  B34_Remind           boundary event    completed
  B34_Remind           timer             waits      until 2027-03-08 09:00
  B34_Remind           timer             waits      until 2027-03-08 09:00
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  at                   2027-03-08 09:00
  B34_Remind           boundary event    completed
  B34_Remind           boundary event    completed
  B34_Remind           timer             waits      until 2027-03-15 09:00
  B34_Remind           timer             waits      until 2027-03-15 09:00
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  at                   2027-03-15 09:00
  B34_Remind           boundary event    completed
  B34_Remind           boundary event    completed
  B34_Remind           timer             waits      until 2027-03-22 09:00
  B34_Remind           timer             waits      until 2027-03-22 09:00
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to yamaguchi@shuno.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B36                  send task         completed
  B36_End              end event         completed
  ML-b5y-reminder      mail              written    to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B34_Last             boundary event    completed
  B34_Last             boundary event    completed
  B38                  send task         completed
  B38_End              end event         completed
  ML-b5y-last_warning  mail              written    to yamaguchi@shuno.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 【最後のお知らせ】電算センターの入室登録が失効します: 電算センターの入室登録の年度切替（令和9年度分）
  B38                  send task         completed
  B38_End              end event         completed
  ML-b5y-last_warning  mail              written    to inoue@network.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 【最後のお知らせ】電算センターの入室登録が失効します: 電算センターの入室登録の年度切替（令和9年度分）

> complete B34 {"rows": [{"name": "山口 亮", "badgeNo": "S-07", "to": "2027-03-31", "decision": "continue"}]}
  B34      user task    completed
  B35      script task  completed
  B34_End  end event    completed
  B30      sub process  completed

# Five business days before the end of the year the asking is closed.
> wait until 2027-03-24 00:00
  at               2027-03-22 09:00
  B34_Remind       boundary event       completed
  B34_Remind       timer                waits       until 2027-03-29 09:00
  B36              send task            completed
  B36_End          end event            completed
  ML-b5y-reminder  mail                 written     to inoue@network.example.jp: [DCE-R08-00001] 電算センターの入室登録の年度切替の回答をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  B34              user task            terminated
  B34_Over         boundary event       completed
  B34_Silent       end event            completed
  B40              user task            created     for iom.operator, due 2027-03-25 23:59
  B30              sub process          completed
  B30              multi instance body  completed

> show answers
  answers  variable  is  [{"vendor":"joint_asp/SYS-46","answered":true,"rows":[{"name":"上田 光","badgeNo":"T-02","to":"2027-03-31","decision":"continue"},{"name":"原 望","badgeNo":"T-03","to":"2027-03-31","decision":"stop"}],"added":[{"name":"森田 葵","organisation":"税務ASP","badgeNo":"T-09"}]},{"vendor":"nonstd/SYS-13","answered":true,"rows":[{"name":"山口 亮","badgeNo":"S-07","to":"2027-03-31","decision":"continue"}],"added":[]},{"vendor":"network","answered":false,"rows":[{"name":"山口 亮","badgeNo":"S-07","to":"2027-03-31"}],"added":[]}]

> complete B40 {"checkNote": "網の事業者は回答なし"}
  B40                      user task  completed
  B44                      send task  completed
  B45                      user task  created    for ward_is.chief
  B45_Remind               timer      waits      until 2027-03-26 09:00
  ML-b5y-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 電算センターの入室登録の年度切替（令和9年度分）

# The chief is reminded on Friday, not over the weekend, and again on Monday.
> wait until 2027-03-29 09:00
  at                        2027-03-26 09:00
  B45_Remind                boundary event     completed
  G47                       exclusive gateway  completed  took はい
  B45_Remind                timer              waits      until 2027-03-27 09:00
  B47                       send task          completed
  B47_End                   end event          completed
  ML-b5y-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 承認をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）
  at                        2027-03-27 09:00
  B45_Remind                boundary event     completed
  G47                       exclusive gateway  completed  took いいえ
  B47_Closed                end event          completed
  B45_Remind                timer              waits      until 2027-03-28 09:00
  at                        2027-03-28 09:00
  B45_Remind                boundary event     completed
  G47                       exclusive gateway  completed  took いいえ
  B47_Closed                end event          completed
  B45_Remind                timer              waits      until 2027-03-29 09:00
  B45_Remind                boundary event     completed
  G47                       exclusive gateway  completed  took はい
  B45_Remind                timer              waits      until 2027-03-30 09:00
  B47                       send task          completed
  B47_End                   end event          completed
  ML-b5y-approval_reminder  mail               written    to takahashi.susumu@ward.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [DCE-R08-00001] 承認をお待ちしています: 電算センターの入室登録の年度切替（令和9年度分）

> complete B45 {"outcome": "returned", "returnReason": "回答のない事業者に電話で確かめること"}
  B45  user task          completed
  G46  exclusive gateway  completed  took 差戻し
  B40  user task          created    for iom.operator, due 2027-03-30 23:59

> complete B40 {"checkNote": "電話で確かめた。使わない"}
  B40                      user task  completed
  B44                      send task  completed
  B45                      user task  created    for ward_is.chief
  B45_Remind               timer      waits      until 2027-03-31 09:00
  ML-b5y-approval_request  mail       written    to takahashi.susumu@ward.example.jp: [DCE-R08-00001] 承認をお願いします: 電算センターの入室登録の年度切替（令和9年度分）

> complete B45 {"outcome": "approved"}
  B45                  user task                 completed
  G46                  exclusive gateway         completed  took 承認
  DOC-b5y-application  document                  made       電算センター入退室 年度切替申請書 DCE-R08-00001.pdf
  B49                  service task              completed
  B50                  send task                 completed
  T55                  intermediate catch event  activated  until 2027-04-01 00:00
  ML-b5y-result        mail                      written    to hayashi@tax-asp.example.jp, yamaguchi@shuno.example.jp, inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [DCE-R08-00001] 年度切替の結果: 電算センターの入室登録の年度切替（令和9年度分）

> wait until 2027-04-01 00:00
  T55  intermediate catch event  completed
  B60  user task                 created    for infra.staff, infra.leader, due 2027-04-02 23:59

> complete B60 {"locked": true, "renewed": true}
  B60  user task  completed
  B80  user task  created    for iom.operator, due 2027-04-02 23:59

> complete B80
  B80                        user task     completed
  B81                        service task  completed
  data_centre_registrations  table         row added  T-02 {"badge_no":"T-02","name":"上田 光","party":"joint_asp/SYS-46","to":"2028-03-31","state":"active"}
  data_centre_registrations  table         row added  S-07 {"badge_no":"S-07","name":"山口 亮","party":"nonstd/SYS-13","to":"2028-03-31","state":"active"}
  data_centre_registrations  table         row added  T-03 {"badge_no":"T-03","name":"原 望","state":"ended"}
  data_centre_registrations  table         row added  T-09 {"badge_no":"T-09","name":"森田 葵","organisation":"税務ASP","party":"joint_asp/SYS-46","from":"2027-04-01","to":"2028-03-31","state":"active"}
  DOC-b5y-ledger             document      made       電算センター入退室 台帳 DCE-R08-00001.xlsx
  B89                        service task  completed
  End_Completed              end event     completed
  data-centre-renewal        process       completed

# The next year it begins by itself on the first business day of February.
> wait until 2028-02-01 09:00
  at                   2028-02-01 00:00
  data-centre-renewal  process                   activated  as DCE-R09-00001
  Start_Timer          start event               completed
  T05                  intermediate catch event  activated  until 2028-02-01 09:00
  T05                  intermediate catch event  completed
  B10                  script task               completed
  B12                  service task              completed
  B20                  user task                 created    for iom.operator, due 2028-02-02 23:59
