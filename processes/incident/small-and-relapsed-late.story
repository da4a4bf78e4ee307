# P4: no cause is asked for and it is closed; another relapses while its knowledge is written down, and goes on from the triage.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> publish alert key zabbix|ap01|disk
>     {"title": "ap01: 空き容量", "symptom": "空き 18%", "origin": "alert", "fingerprint": "zabbix|ap01|disk", "severity": "information", "systems": ["SYS-18"],
>      "suspectedParty": "infra", "replyAllowed": false, "receivedAt": "2026-04-06T10:00:00+09:00", "requester": {"name": "Zabbix", "mail": "zabbix@infra.example.jp"}}
  Start_Alert  message             correlated  alert
  incident     process             activated   as INC-R08-00001
  Start_Alert  start event         completed
  A10          script task         completed
  A20_Start    message             awaited     alert, key zabbix|ap01|disk
  A25_Start    message             awaited     alert-recovered, key zabbix|ap01|disk
  A160_Start   message             awaited     withdraw, key INC-R08-00001
  A12          send task           completed
  G11          exclusive gateway   completed   took はい
  A11          service task        completed
  G12          exclusive gateway   completed   took いいえ
  A30          business rule task  completed
  G30          exclusive gateway   completed   took 統合運用
  A37          business rule task  completed
  A38          business rule task  completed
  G38          exclusive gateway   completed   took はい
  A40          user task           created     for iom.operator, due 2026-04-07 17:15
  A40_Warn     timer               waits       until 2026-04-06 14:00
  A40_Late     timer               waits       until 2026-04-07 17:15

> complete A40
>     {"outcome": "confirmed", "impact": 4, "urgency": "low", "businessImpact": false, "personalData": "no", "suspectedParty": "infra"}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for infra.staff, infra.leader, due 2026-04-06 14:00
  A62_Late       timer               waits      until 2026-04-06 14:00
  ML-a-handover  mail                written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INC-R08-00001] 対応をお願いします: ap01: 空き容量

> complete A62 {"outcome": "acknowledged"}
  A62       user task          completed
  G67       inclusive gateway  completed
  G68       exclusive gateway  completed  took はい
  G70       exclusive gateway  completed  took いいえ
  A80       user task          created    for infra.staff, infra.leader
  A80_Tick  timer              waits      until 2026-04-07 10:00

> complete A80 {"outcome": "recovered", "repairLog": "古い記録を消した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-04-06T10:30:00+09:00", "recoveryProof": "空き 60%", "causeNeeded": false}
  A90             user task          completed
  G91             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-04-06 11:00
  ML-a-recovered  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 復旧のお知らせ: ap01: 空き容量

> wait PT1H
  A102        user task          terminated
  A102_Over   boundary event     completed
  G103        exclusive gateway  completed   took いいえ
  G105        exclusive gateway  completed   took いいえ
  G150        exclusive gateway  completed   took いいえ
  G152        exclusive gateway  completed   took はい
  End_Closed  end event          completed
  incident    process            completed

> publish alert key zabbix|ap02|disk
>     {"title": "ap02: 空き容量", "symptom": "空き 3%", "origin": "alert", "fingerprint": "zabbix|ap02|disk", "severity": "warning", "systems": ["SYS-18"],
>      "suspectedParty": "infra", "replyAllowed": false, "receivedAt": "2026-04-06T11:30:00+09:00", "requester": {"name": "Zabbix", "mail": "zabbix@infra.example.jp"}}
  Start_Alert  message             correlated  alert
  incident     process             activated   as INC-R08-00002
  Start_Alert  start event         completed
  A10          script task         completed
  A20_Start    message             awaited     alert, key zabbix|ap02|disk
  A25_Start    message             awaited     alert-recovered, key zabbix|ap02|disk
  A160_Start   message             awaited     withdraw, key INC-R08-00002
  A12          send task           completed
  G11          exclusive gateway   completed   took はい
  A11          service task        completed
  G12          exclusive gateway   completed   took いいえ
  A30          business rule task  completed
  G30          exclusive gateway   completed   took 統合運用
  A37          business rule task  completed
  A38          business rule task  completed
  G38          exclusive gateway   completed   took はい
  A40          user task           created     for iom.operator, due 2026-04-06 15:30
  A40_Warn     timer               waits       until 2026-04-06 13:30
  A40_Late     timer               waits       until 2026-04-06 15:30

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "infra"}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for infra.staff, infra.leader, due 2026-04-06 15:00
  A62_Late       timer               waits      until 2026-04-06 15:00
  ML-a-handover  mail                written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INC-R08-00002] 対応をお願いします: ap02: 空き容量

> complete A62 {"outcome": "acknowledged"}
  A62       user task          completed
  G67       inclusive gateway  completed
  G68       exclusive gateway  completed  took はい
  G70       exclusive gateway  completed  took いいえ
  A80       user task          created    for infra.staff, infra.leader
  A80_Tick  timer              waits      until 2026-04-07 11:00

> complete A80 {"outcome": "recovered", "repairLog": "古い記録を消した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-04-06T12:00:00+09:00", "recoveryProof": "空き 60%", "causeNeeded": true}
  A90             user task          completed
  G91             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-04-06 12:00
  ML-a-recovered  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 復旧のお知らせ: ap02: 空き容量

> wait PT1H
  A102                user task          terminated
  A102_Over           boundary event     completed
  G103                exclusive gateway  completed   took いいえ
  G105                exclusive gateway  completed   took はい
  A108                send task          completed
  A110                user task          created     for infra.staff, infra.leader, iom.operator, due 2026-04-13 23:59
  A110_Remind         timer              waits       until 2026-04-10 09:00
  ML-a-cause_request  mail               written     to nakamura@infra.example.jp, matsumoto@infra.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 原因調査をお願いします: ap02: 空き容量

> complete A110 {"directCause": "記録が消されない", "causeResult": "found", "rootCause": "設定の誤り", "timeline": []}
  A110  user task  completed
  A120  user task  created    for iom.operator

> complete A120 {"prevention": [{"what": "記録を毎日消す", "who": "インフラ統合基盤", "until": "2026-04-30", "state": "planned"}]}
  A120         user task  completed
  A128         send task  completed
  A130         user task  created    for ward_is.chief
  ML-a-report  mail       written    to takahashi.susumu@ward.example.jp: [INC-R08-00002] 障害報告書の確認をお願いします: ap02: 空き容量

> complete A130 {"outcome": "approved"}
  A130              user task          completed
  G131              exclusive gateway  completed  took はい
  DOC-a-report      document           made       障害報告書 INC-R08-00002 ap02_ 空き容量.pdf
  A132              service task       completed
  A133              service task       completed
  DOC-a-prevention  document           made       再発防止策一覧 INC-R08-00002.xlsx
  A134              service task       completed
  A140              user task          created    for iom.operator

# The same alert comes again after the hour, before the case is closed.
> publish alert key zabbix|ap02|disk {"receivedAt": "2026-04-06T13:30:00+09:00"}
  A20_Start     message            correlated  alert
  A20           event sub process  activated
  A20_Start     start event        completed
  A21           script task        completed
  G21           exclusive gateway  completed   took 再発
  A24           send task          completed
  A20_End       end event          completed
  A20           event sub process  completed
  ML-a-relapse  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp; copy to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INC-R08-00002] 【要対応】復旧後に再び検知しました: ap02: 空き容量

> complete A140 {"knowledgeTitle": "空き容量", "knowledgeText": "古い記録を消す"}
  A140           user task                 completed
  G150           exclusive gateway         completed  took はい
  A104           script task               completed
  Throw_Relapse  intermediate throw event  completed
  Link_Triage    intermediate catch event  completed
  A38            business rule task        completed
  G38            exclusive gateway         completed  took はい
  A40            user task                 created    for iom.operator, due 2026-04-06 16:00
  A40_Warn       timer                     waits      until 2026-04-06 14:00
  A40_Late       timer                     waits      until 2026-04-06 16:00

> show relapses
  relapses  variable  is  1
