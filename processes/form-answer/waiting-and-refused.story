# A file is looked at late and put off once, another is confirmed at once, a third could not be taken in.
process  .
people   ../demo/users.json
clock    2026-04-10 14:00 Asia/Tokyo

> publish form-answer.waiting key form-answer-1
>     {"answerId": "form-answer-1", "fileName": "kaito.xlsx", "cameBy": "MAIL", "sender": "gcas@example.go.jp",
>      "formTitle": "GCASユーザー登録・変更・削除", "problem": null, "lineCount": 3, "unmatchedCount": 1, "differentCount": 0}
  Start_Waiting  message      correlated  form-answer.waiting
  form-answer    process      activated
  Start_Waiting  start event  completed
  R20            user task    created     for iom.operator, due 2026-04-13 23:59
  R20_Late       timer        waits       until 2026-04-10 14:30
  R20_Closed     message      awaited     form-answer.closed, key form-answer-1

> wait PT30M
  R20_Late                boundary event  completed
  R22                     send task       completed
  R22_End                 end event       completed
  ML-form-answer-waiting  mail            written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: 申請書への回答が照合を待っています: kaito.xlsx

> complete R20 {"note": "3行目は月曜に問い合わせる"}
  R20         user task            completed
  G25         event based gateway  activated
  R25_Again   timer                waits      until 2026-04-13 09:00
  R25_Closed  message              awaited    form-answer.closed, key form-answer-1

> wait until 2026-04-13 09:00
  G25         event based gateway       completed
  R25_Again   intermediate catch event  completed
  R20         user task                 created    for iom.operator, due 2026-04-14 23:59
  R20_Late    timer                     waits      until 2026-04-13 09:30
  R20_Closed  message                   awaited    form-answer.closed, key form-answer-1

> publish form-answer.closed key form-answer-1 {"closing": "taken"}
  R20_Closed   message         correlated  form-answer.closed
  R20          user task       terminated
  R20_Closed   boundary event  completed
  End_Closed   end event       completed
  form-answer  process         completed

> publish form-answer.waiting key form-answer-2
>     {"answerId": "form-answer-2", "fileName": "kaito2.csv", "cameBy": "UPLOAD", "sender": "sato", "formTitle": null,
>      "problem": "The file is no table.", "lineCount": 0, "unmatchedCount": 0, "differentCount": 0}
  Start_Waiting  message      correlated  form-answer.waiting
  form-answer    process      activated
  Start_Waiting  start event  completed
  R20            user task    created     for iom.operator, due 2026-04-14 23:59
  R20_Late       timer        waits       until 2026-04-13 09:30
  R20_Closed     message      awaited     form-answer.closed, key form-answer-2

> complete R20 {}
  R20         user task            completed
  G25         event based gateway  activated
  R25_Again   timer                waits      until 2026-04-14 09:00
  R25_Closed  message              awaited    form-answer.closed, key form-answer-2

# While the task isn't asked again, it is closed on the page.
> publish form-answer.closed key form-answer-2 {"closing": "別の区のもの"}
  R25_Closed   message                   correlated  form-answer.closed
  G25          event based gateway       completed
  R25_Closed   intermediate catch event  completed
  End_Closed   end event                 completed
  form-answer  process                   completed

> publish form-answer.refused key folder-1
>     {"fileName": "kaito.xlsm", "cameBy": "FOLDER", "sender": null, "problem": "The workbook holds macros."}
  Start_Refused           message      correlated  form-answer.refused
  form-answer             process      activated
  Start_Refused           start event  completed
  R28                     send task    completed
  R30                     user task    created     for iom.operator, due 2026-04-14 23:59
  ML-form-answer-refused  mail         written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: 申請書への回答を受け取れませんでした: kaito.xlsm

> complete R30 {"handled": "送り直しを頼んだ"}
  R30          user task  completed
  End_Refused  end event  completed
  form-answer  process    completed
