# n11: given for good; not done at all; withdrawn before the day.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> start personal-data-handover
>     {"title": "口座情報の返送", "direction": "to_ward", "party": "joint_asp/SYS-46", "purpose": "調査の終わり",
>      "items": [{"item": "口座情報", "media": "paper", "quantity": 12}], "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  personal-data-handover  process      activated  as PDH-R08-00001
  Start_Form              start event  completed
  P10                     script task  completed
  P90_Start               message      awaited    withdraw, key PDH-R08-00001
  P12                     send task    completed
  P20                     user task    created    for ward_is.chief, due 2026-04-08 23:59
  P20_Remind              timer        waits      until 2026-04-08 09:00
  ML-n11-received         mail         written    to hayashi@tax-asp.example.jp: [PDH-R08-00001] 授受の申出を受け付けました: 口座情報の返送

> show giver receiver
  giver     variable  is  "joint_asp/SYS-46.staff"
  receiver  variable  is  "ward_is.staff"

> complete P20 {"outcome": "approved", "way": "in_person", "handOverAt": "2026-04-08T10:00:00+09:00", "place": "情報システム課"}
  P20              user task          completed
  G20              exclusive gateway  completed  took はい
  P30              send task          completed
  P40              user task          created    for joint_asp/SYS-46.staff, due 2026-04-08 10:00
  ML-n11-arranged  mail               written    to hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00001] 個人情報の授受: 口座情報の返送

> complete P40 {"outcome": "given", "givenAt": "2026-04-08T10:00:00+09:00", "giverName": "林 拓也"}
  P40  user task  completed
  P50  user task  created    for ward_is.staff, due 2026-04-07 23:59

> complete P50 {"outcome": "received", "receiverName": "田中 由美", "keptAt": "情報システム課 書庫"}
  P50                     user task          completed
  G50                     exclusive gateway  completed  took いいえ
  DOC-n11-receipt         document           made       預り証 PDH-R08-00001 口座情報の返送.pdf
  P60                     service task       completed
  P62                     send task          completed
  G62                     exclusive gateway  completed  took いいえ
  End_Handed              end event          completed
  personal-data-handover  process            completed
  ML-n11-receipt          mail               written    to hayashi@tax-asp.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [PDH-R08-00001] 預り証: 口座情報の返送

> start personal-data-handover
>     {"title": "名簿の貸出し", "direction": "to_contractor", "party": "nonstd/SYS-13", "purpose": "照合", "items": [{"item": "名簿", "media": "usb", "quantity": 1}],
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  personal-data-handover  process      activated  as PDH-R08-00002
  Start_Form              start event  completed
  P10                     script task  completed
  P90_Start               message      awaited    withdraw, key PDH-R08-00002
  P12                     send task    completed
  P20                     user task    created    for ward_is.chief, due 2026-04-08 23:59
  P20_Remind              timer        waits      until 2026-04-08 09:00
  ML-n11-received         mail         written    to yamaguchi@shuno.example.jp: [PDH-R08-00002] 授受の申出を受け付けました: 名簿の貸出し

# It lies over a weekend.
> wait until 2026-04-13 09:00
  at               2026-04-08 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-09 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00002] 授受の方法を決めてください: 名簿の貸出し
  at               2026-04-09 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-10 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00002] 授受の方法を決めてください: 名簿の貸出し
  at               2026-04-10 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-11 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00002] 授受の方法を決めてください: 名簿の貸出し
  at               2026-04-11 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  P21_End          end event          completed
  P20_Remind       timer              waits      until 2026-04-12 09:00
  at               2026-04-12 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took いいえ
  P21_End          end event          completed
  P20_Remind       timer              waits      until 2026-04-13 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-14 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00002] 授受の方法を決めてください: 名簿の貸出し

> complete P20 {"outcome": "rejected", "rejectReason": "USBメモリでは渡せない"}
  P20                     user task          completed
  G20                     exclusive gateway  completed  took いいえ
  P22                     send task          completed
  End_Refused             end event          completed
  personal-data-handover  process            completed
  ML-n11-refused          mail               written    to yamaguchi@shuno.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00002] 授受は行いません: 名簿の貸出し

> start personal-data-handover
>     {"title": "名簿の貸出し", "direction": "to_contractor", "party": "nonstd/SYS-13", "purpose": "照合", "items": [{"item": "名簿", "media": "paper", "quantity": 1}],
>      "requester": {"name": "山口 亮", "party": "nonstd/SYS-13", "mail": "yamaguchi@shuno.example.jp"}}
  personal-data-handover  process      activated  as PDH-R08-00003
  Start_Form              start event  completed
  P10                     script task  completed
  P90_Start               message      awaited    withdraw, key PDH-R08-00003
  P12                     send task    completed
  P20                     user task    created    for ward_is.chief, due 2026-04-15 23:59
  P20_Remind              timer        waits      until 2026-04-15 09:00
  ML-n11-received         mail         written    to yamaguchi@shuno.example.jp: [PDH-R08-00003] 授受の申出を受け付けました: 名簿の貸出し

> complete P20 {"outcome": "approved", "way": "in_person", "handOverAt": "2026-04-14T10:00:00+09:00", "place": "情報システム課"}
  P20              user task          completed
  G20              exclusive gateway  completed  took はい
  P30              send task          completed
  P40              user task          created    for ward_is.staff, due 2026-04-14 10:00
  ML-n11-arranged  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00003] 個人情報の授受: 名簿の貸出し

> publish withdraw key PDH-R08-00003 {"withdrawReason": "要らなくなった"}
  P90_Start               message            correlated  withdraw
  P40                     user task          terminated
  P90                     event sub process  activated
  P90_Start               start event        completed
  P91                     send task          completed
  End_Withdrawn           end event          completed
  P90                     event sub process  completed
  personal-data-handover  process            completed
  ML-n11-withdrawn        mail               written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, yamaguchi@shuno.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00003] 授受を取り下げました: 名簿の貸出し
