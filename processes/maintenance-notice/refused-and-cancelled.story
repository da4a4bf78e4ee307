# The ward does not want the stop.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "ネットワーク停止", "kind": "power_cut", "target": "infra", "plannedFrom": "2026-07-20T09:00:00+09:00", "plannedTo": "2026-07-20T17:00:00+09:00",
>      "effect": "stop", "contact": "中村", "requester": {"name": "中村", "party": "infra", "mail": "nakamura@infra.example.jp"}}
  maintenance-notice  process      activated  as MNT-R08-00001
  Start_Form          start event  completed
  C10                 script task  completed
  C114_Start          message      awaited    withdraw, key MNT-R08-00001
  C118_Start          message      awaited    work-withdrawn, key -
  C116_Start          message      awaited    maintenance-alert, key MNT-R08-00001
  C12                 send task    completed
  C20                 user task    created    for iom.operator, due 2026-07-02 17:15
  C20_Half            timer        waits      until 2026-07-01 14:22:30
  C20_Late            timer        waits      until 2026-07-02 17:15
  ML-c-received       mail         written    to nakamura@infra.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: ネットワーク停止

> complete C20 {"outcome": "complete"}
  C20            user task            completed
  G20            exclusive gateway    completed  took いいえ
  G25            exclusive gateway    completed  took いいえ
  C30            business rule task   completed
  C31            script task          completed
  C40            call activity        activated
  work-calendar  process              activated
  Start_Called   start event          completed
  W10            service task         completed
  W20            script task          completed
  W30            business rule task   completed
  End_Answered   end event            completed
  work-calendar  process              completed
  C40            call activity        completed
  G40            exclusive gateway    completed  took いいえ
  G48            exclusive gateway    completed  took はい
  C51            multi instance body  completed
  C50            user task            created    for ward_is.chief

> complete C50 {"outcome": "rejected", "rejectReason": "選挙の期日前投票と重なる"}
  C50                 user task          completed
  G50                 exclusive gateway  completed  took いいえ
  linked-refused      message            kept       until 2026-07-02 10:00
  C53                 send task          completed
  End_Refused         end event          completed
  maintenance-notice  process            completed
  ML-c-refused        mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, nakamura@infra.example.jp: [MNT-R08-00001] メンテナンスは実施しません: ネットワーク停止
