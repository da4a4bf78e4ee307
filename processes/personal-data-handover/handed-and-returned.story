# n11: the ward sets way, day and place; what was received differed once; the receipt; the return is late, and confirmed at the second try.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> start personal-data-handover
>     {"title": "移行試験のデータ", "direction": "to_contractor", "party": "joint_asp/SYS-46", "purpose": "移行の試験",
>      "items": [{"item": "住民税の課税データ", "media": "disk", "quantity": 1, "encrypted": true}], "desiredAt": "2026-04-10T10:00:00+09:00",
>      "returnBy": "2026-04-30", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
  personal-data-handover  process      activated  as PDH-R08-00001
  Start_Form              start event  completed
  P10                     script task  completed
  P90_Start               message      awaited    withdraw, key PDH-R08-00001
  P12                     send task    completed
  P20                     user task    created    for ward_is.chief, due 2026-04-08 23:59
  P20_Remind              timer        waits      until 2026-04-08 09:00
  ML-n11-received         mail         written    to hayashi@tax-asp.example.jp: [PDH-R08-00001] 授受の申出を受け付けました: 移行試験のデータ

# Nobody decides for two business days; the weekend is skipped.
> wait until 2026-04-09 09:00
  at               2026-04-08 09:00
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-09 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00001] 授受の方法を決めてください: 移行試験のデータ
  P20_Remind       boundary event     completed
  G21              exclusive gateway  completed  took はい
  P20_Remind       timer              waits      until 2026-04-10 09:00
  P21              send task          completed
  P21_End          end event          completed
  ML-n11-reminder  mail               written    to takahashi.susumu@ward.example.jp: [PDH-R08-00001] 授受の方法を決めてください: 移行試験のデータ

> complete P20 {"outcome": "approved", "way": "sealed", "handOverAt": "2026-04-10T10:00:00+09:00", "place": "情報システム課"}
  P20              user task          completed
  G20              exclusive gateway  completed  took はい
  P30              send task          completed
  P40              user task          created    for ward_is.staff, due 2026-04-10 10:00
  ML-n11-arranged  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00001] 個人情報の授受: 移行試験のデータ

> complete P40 {"outcome": "given", "givenAt": "2026-04-10T10:00:00+09:00", "giverName": "田中 由美"}
  P40  user task  completed
  P50  user task  created    for joint_asp/SYS-46.staff, due 2026-04-10 23:59

> complete P50 {"outcome": "differs", "receiverName": "林 拓也", "difference": "ディスクの番号が申出と違う"}
  P50             user task          completed
  G50             exclusive gateway  completed  took はい
  P52             send task          completed
  P40             user task          created    for ward_is.staff, due 2026-04-10 10:00
  ML-n11-differs  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PDH-R08-00001] 【要対応】授受したものが違います: 移行試験のデータ

> complete P40 {"outcome": "given", "givenAt": "2026-04-10T14:00:00+09:00", "giverName": "田中 由美"}
  P40  user task  completed
  P50  user task  created    for joint_asp/SYS-46.staff, due 2026-04-10 23:59

> complete P50 {"outcome": "received", "receiverName": "林 拓也", "keptAt": "本社 金庫室"}
  P50              user task          completed
  G50              exclusive gateway  completed  took いいえ
  DOC-n11-receipt  document           made       預り証 PDH-R08-00001 移行試験のデータ.pdf
  P60              service task       completed
  P62              send task          completed
  G62              exclusive gateway  completed  took はい
  P70              user task          created    for joint_asp/SYS-46.staff, due 2026-04-30 23:59
  P70_Late         timer              waits      until 2026-05-01 09:00
  ML-n11-receipt   mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, hayashi@tax-asp.example.jp: [PDH-R08-00001] 預り証: 移行試験のデータ

# The last day is 30 April; 2 to 6 May are closed.
> wait until 2026-05-07 10:00
  at                  2026-05-01 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took はい
  P70_Late            timer              waits      until 2026-05-02 09:00
  P71                 send task          completed
  P71_End             end event          completed
  ML-n11-return_late  mail               written    to hayashi@tax-asp.example.jp; copy to takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [PDH-R08-00001] 【要対応】返却・廃棄の期限を過ぎました: 移行試験のデータ
  at                  2026-05-02 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took いいえ
  P71_End             end event          completed
  P70_Late            timer              waits      until 2026-05-03 09:00
  at                  2026-05-03 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took いいえ
  P71_End             end event          completed
  P70_Late            timer              waits      until 2026-05-04 09:00
  at                  2026-05-04 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took いいえ
  P71_End             end event          completed
  P70_Late            timer              waits      until 2026-05-05 09:00
  at                  2026-05-05 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took いいえ
  P71_End             end event          completed
  P70_Late            timer              waits      until 2026-05-06 09:00
  at                  2026-05-06 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took いいえ
  P71_End             end event          completed
  P70_Late            timer              waits      until 2026-05-07 09:00
  at                  2026-05-07 09:00
  P70_Late            boundary event     completed
  G71                 exclusive gateway  completed  took はい
  P70_Late            timer              waits      until 2026-05-08 09:00
  P71                 send task          completed
  P71_End             end event          completed
  ML-n11-return_late  mail               written    to hayashi@tax-asp.example.jp; copy to takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [PDH-R08-00001] 【要対応】返却・廃棄の期限を過ぎました: 移行試験のデータ

> complete P70 {"outcome": "disposed", "returnedOn": "2026-05-07", "returnWay": "破砕", "returnPerson": "林 拓也"}
  P70  user task  completed
  P80  user task  created    for ward_is.staff, due 2026-05-11 23:59

> complete P80 {"outcome": "not_confirmed", "confirmNote": "証明書がない", "returnBy": "2026-05-12"}
  P80       user task          completed
  G80       exclusive gateway  completed  took いいえ
  P70       user task          created    for joint_asp/SYS-46.staff, due 2026-05-12 23:59
  P70_Late  timer              waits      until 2026-05-13 09:00

> complete P70 {"outcome": "disposed", "returnedOn": "2026-05-07", "returnWay": "破砕、証明書 第12号", "returnPerson": "林 拓也"}
  P70  user task  completed
  P80  user task  created    for ward_is.staff, due 2026-05-11 23:59

> complete P80 {"outcome": "confirmed"}
  P80                     user task          completed
  G80                     exclusive gateway  completed  took はい
  End_Returned            end event          completed
  personal-data-handover  process            completed
