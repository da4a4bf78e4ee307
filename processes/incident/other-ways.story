# The other ways through: a printer goes to the help desk, which hands one back; a false alarm; a vendor who says it is not
# theirs, twice; a withdrawal.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> start incident
>     {"title": "プリンタが動かない", "subjectKind": "device", "origin": "ward_dept", "symptom": "紙を送らない", "systems": [],
>      "requester": {"name": "鈴木 花子", "party": "iom", "mail": "suzuki.hanako@iom.example.jp"}}
  incident          process             activated  as INC-R08-00001
  Start_Phone       start event         completed
  A10               script task         completed
  A20_Start         message             awaited    alert, key -
  A25_Start         message             awaited    alert-recovered, key -
  A160_Start        message             awaited    withdraw, key INC-R08-00001
  A12               send task           completed
  G11               exclusive gateway   completed  took いいえ
  A30               business rule task  completed
  G30               exclusive gateway   completed  took ヘルプデスク
  ML-a-received     mail                written    to suzuki.hanako@iom.example.jp: [INC-R08-00001] 受付しました: プリンタが動かない
  A34               send task           completed
  A35               user task           created    for helpdesk.staff, helpdesk.leader, due 2026-04-06 11:00
  A35_Late          timer               waits      until 2026-04-06 11:00
  ML-a-to_helpdesk  mail                written    to mori@helpdesk.example.jp: [INC-R08-00001] 端末等の故障の引継ぎ: プリンタが動かない

> wait PT1H
  A35_Late            boundary event  completed
  A36                 send task       completed
  A36_End             end event       completed
  ML-a-helpdesk_late  mail            written    to mori@helpdesk.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 引継ぎの確認をお願いします: プリンタが動かない

> complete A35 {"outcome": "taken"}
  A35           user task          completed
  G35           exclusive gateway  completed  took はい
  End_Helpdesk  end event          completed
  incident      process            completed

> publish incident-report key m-2
>     {"title": "端末の故障かもしれません", "symptom": "収納の画面が固まる", "origin": "ward_dept", "messageId": "m-2", "replyAllowed": true,
>      "receivedAt": "2026-04-06T11:00:00+09:00", "requester": {"name": "伊藤 明", "party": "ward_dept/税務課", "mail": "ito.akira@ward.example.jp"}}
  Start_Report      message             correlated  incident-report
  incident          process             activated   as INC-R08-00002
  Start_Report      start event         completed
  A10               script task         completed
  A20_Start         message             awaited     alert, key -
  A25_Start         message             awaited     alert-recovered, key -
  A160_Start        message             awaited     withdraw, key INC-R08-00002
  A12               send task           completed
  G11               exclusive gateway   completed   took いいえ
  A30               business rule task  completed
  G30               exclusive gateway   completed   took ヘルプデスク
  ML-a-received     mail                written     to ito.akira@ward.example.jp: [INC-R08-00002] 受付しました: 端末の故障かもしれません
  A34               send task           completed
  A35               user task           created     for helpdesk.staff, helpdesk.leader, due 2026-04-06 12:00
  A35_Late          timer               waits       until 2026-04-06 12:00
  ML-a-to_helpdesk  mail                written     to mori@helpdesk.example.jp: [INC-R08-00002] 端末等の故障の引継ぎ: 端末の故障かもしれません

> complete A35 {"outcome": "not_device"}
  A35       user task           completed
  G35       exclusive gateway   completed  took いいえ
  A37       business rule task  completed
  A38       business rule task  completed
  G38       exclusive gateway   completed  took はい
  A40       user task           created    for iom.operator, due 2026-04-06 15:00
  A40_Warn  timer               waits      until 2026-04-06 13:00
  A40_Late  timer               waits      until 2026-04-06 15:00

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "low", "businessImpact": false, "personalData": "yes", "suspectedParty": "infra"}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当, 個人情報
  A60            send task           completed
  A62            user task           created    for infra.staff, infra.leader, due 2026-04-06 15:00
  A62_Late       timer               waits      until 2026-04-06 15:00
  ML-a-handover  mail                written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INC-R08-00002] 対応をお願いします: 端末の故障かもしれません
  A66            send task           completed
  ML-a-leak      mail                written    to yamada.taro@ward.example.jp: [INC-R08-00002] 【至急】個人情報に係る事故: 端末の故障かもしれません

> complete A62 {"outcome": "not_ours", "statement": "基盤に異常はない"}
  A62           user task                 completed
  G67           inclusive gateway         completed
  G68           exclusive gateway         completed  took いいえ
  A68           script task               completed
  G69           exclusive gateway         completed  took いいえ
  Throw_Bounce  intermediate throw event  completed
  Link_Triage   intermediate catch event  completed
  A38           business rule task        completed
  G38           exclusive gateway         completed  took はい
  A40           user task                 created    for iom.operator, due 2026-04-06 15:00
  A40_Warn      timer                     waits      until 2026-04-06 13:00
  A40_Late      timer                     waits      until 2026-04-06 15:00

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "low", "businessImpact": false, "personalData": "no", "suspectedParty": "network"}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for network.staff, network.leader, due 2026-04-06 15:00
  A62_Late       timer               waits      until 2026-04-06 15:00
  ML-a-handover  mail                written    to inoue@network.example.jp: [INC-R08-00002] 対応をお願いします: 端末の故障かもしれません

> complete A62 {"outcome": "not_ours", "statement": "回線に異常はない"}
  A62  user task          completed
  G67  inclusive gateway  completed
  G68  exclusive gateway  completed  took いいえ
  A68  script task        completed
  G69  exclusive gateway  completed  took はい
  A69  user task          created    for iom.leader

> complete A69 {"suspectedParty": "nonstd/SYS-13", "comment": "三社で話し、収納システムと分かった"}
  A69            user task           completed
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for nonstd/SYS-13.staff, nonstd/SYS-13.leader, due 2026-04-06 15:00
  A62_Late       timer               waits      until 2026-04-06 15:00
  ML-a-handover  mail                written    to yamaguchi@shuno.example.jp: [INC-R08-00002] 対応をお願いします: 端末の故障かもしれません

> publish withdraw key INC-R08-00002
  A160_Start           message            correlated  withdraw
  A62                  user task          terminated
  A160                 event sub process  activated
  A160_Start           start event        completed
  escalation-released  message            kept        until 2026-04-07 11:00
  A162                 send task          completed
  End_Withdrawn        end event          completed
  A160                 event sub process  completed
  incident             process            completed
  ML-a-withdrawn       mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, yamaguchi@shuno.example.jp, ito.akira@ward.example.jp: [INC-R08-00002] 取り下げられました: 端末の故障かもしれません

# A false alarm of the night: critical, so the emergency contact is called, who finds that nothing is to be done.
> wait until 2026-04-06 22:00

> publish alert key cloudwatch|db|cpu
>     {"title": "db: CPU", "symptom": "ALARM", "origin": "alert", "fingerprint": "cloudwatch|db|cpu", "severity": "critical", "systems": ["SYS-06"],
>      "suspectedParty": "single_db", "replyAllowed": false, "receivedAt": "2026-04-06T22:00:00+09:00",
>      "requester": {"name": "CloudWatch", "mail": "no-reply@sns.amazonaws.com"}}
  Start_Alert  message             correlated  alert
  incident     process             activated   as INC-R08-00003
  Start_Alert  start event         completed
  A10          script task         completed
  A20_Start    message             awaited     alert, key cloudwatch|db|cpu
  A25_Start    message             awaited     alert-recovered, key cloudwatch|db|cpu
  A160_Start   message             awaited     withdraw, key INC-R08-00003
  A12          send task           completed
  G11          exclusive gateway   completed   took はい
  A11          service task        completed
  G12          exclusive gateway   completed   took いいえ
  A30          business rule task  completed
  G30          exclusive gateway   completed   took 統合運用
  A37          business rule task  completed
  A38          business rule task  completed
  G38          exclusive gateway   completed   took いいえ（P1・P2）
  A39          send task           completed
  A40          user task           created     for iom.operator, due 2026-04-06 22:30
  A40_Warn     timer               waits       until 2026-04-06 22:15
  A40_Late     timer               waits       until 2026-04-06 22:30
  ML-a-oncall  mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00003] 【緊急】時間外の障害: db: CPU

> complete A40 {"outcome": "no_action", "comment": "夜間の一括処理による負荷"}
  A40             user task                 completed
  A45             business rule task        completed
  G50             exclusive gateway         completed  took はい
  A55             send task                 completed
  T55             intermediate catch event  activated  until 2026-04-06 23:00
  ML-a-no_action  mail                      written    to kimura@singledb.example.jp: [INC-R08-00003] 対応不要です: db: CPU

# The same alarm again within the hour is not a new case.
> publish alert key cloudwatch|db|cpu {"receivedAt": "2026-04-06T22:30:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> wait PT1H
  T55           intermediate catch event  completed
  End_NoAction  end event                 completed
  incident      process                   completed
