# There is a procedure for this fault: the desk follows it, at first in vain, after the relapse with success. The cause isn't found, and the
# case is closed once the chief has approved the report. P3: the vendor is asked each business day how it goes; the tenth alert is told.
process  .
people   ../demo/users.json
clock    2026-06-04 10:00 Asia/Tokyo

> publish alert key jp1|hq-sw|down
>     {"title": "本庁3階スイッチ 応答なし", "symptom": "応答なし", "origin": "alert", "fingerprint": "jp1|hq-sw|down", "severity": "warning",
>      "systems": ["SYS-28"], "suspectedParty": "network", "replyAllowed": false,
>      "receivedAt": "2026-06-04T10:00:00+09:00", "requester": {"name": "庁内ネットワーク監視", "mail": "kanshi@network.example.jp"}}
  Start_Alert  message             correlated  alert
  incident     process             activated   as INC-R08-00001
  Start_Alert  start event         completed
  A10          script task         completed
  A20_Start    message             awaited     alert, key jp1|hq-sw|down
  A25_Start    message             awaited     alert-recovered, key jp1|hq-sw|down
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
  A40          user task           created     for iom.operator, due 2026-06-04 14:00
  A40_Warn     timer               waits       until 2026-06-04 12:00
  A40_Late     timer               waits       until 2026-06-04 14:00

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "network",
>      "recoveryProcedure": true}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for network.staff, network.leader, due 2026-06-04 14:00
  A62_Late       timer               waits      until 2026-06-04 14:00
  ML-a-handover  mail                written    to inoue@network.example.jp: [INC-R08-00001] 対応をお願いします: 本庁3階スイッチ 応答なし

> complete A62 {"outcome": "acknowledged"}
  A62  user task          completed
  G67  inclusive gateway  completed
  G68  exclusive gateway  completed  took はい
  G70  exclusive gateway  completed  took はい
  A75  user task          created    for iom.operator

> complete A75 {"outcome": "failed", "procedureLog": "電源を入れ直したが応答しない"}
  A75       user task          completed
  G76       exclusive gateway  completed  took いいえ
  A80       user task          created    for network.staff, network.leader
  A80_Tick  timer              waits      until 2026-06-05 10:00

# On Friday and Monday the vendor is asked how it goes, on Saturday and Sunday not.
> wait until 2026-06-08 11:00
  at                    2026-06-05 10:00
  A80_Tick              boundary event     completed
  G82                   exclusive gateway  completed  took 営業日
  A80_Tick              timer              waits      until 2026-06-06 10:00
  A84                   send task          completed
  A84_End               end event          completed
  ML-a-repair_reminder  mail               written    to inoue@network.example.jp: [INC-R08-00001] 対応状況をお知らせください: 本庁3階スイッチ 応答なし
  at                    2026-06-06 10:00
  A80_Tick              boundary event     completed
  G82                   exclusive gateway  completed  took 閉庁日
  A84_End               end event          completed
  A80_Tick              timer              waits      until 2026-06-07 10:00
  at                    2026-06-07 10:00
  A80_Tick              boundary event     completed
  G82                   exclusive gateway  completed  took 閉庁日
  A84_End               end event          completed
  A80_Tick              timer              waits      until 2026-06-08 10:00
  at                    2026-06-08 10:00
  A80_Tick              boundary event     completed
  G82                   exclusive gateway  completed  took 営業日
  A80_Tick              timer              waits      until 2026-06-09 10:00
  A84                   send task          completed
  A84_End               end event          completed
  ML-a-repair_reminder  mail               written    to inoue@network.example.jp: [INC-R08-00001] 対応状況をお知らせください: 本庁3階スイッチ 応答なし

# The monitoring goes on alerting.
> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:50:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:51:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:52:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:53:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:54:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:55:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:56:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:57:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T10:58:00+09:00"}
  A20_Start    message            correlated  alert
  A20          event sub process  activated
  A20_Start    start event        completed
  A21          script task        completed
  G21          exclusive gateway  completed   took 節目
  A23          send task          completed
  A20_End      end event          completed
  A20          event sub process  completed
  ML-a-repeat  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 同一障害の検知が増えています: 本庁3階スイッチ 応答なし

> complete A80 {"outcome": "recovered", "repairLog": "電源を取り替えた"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-06-08T11:00:00+09:00", "recoveryConfirmedBy": "応答を見た", "causeNeeded": false}
  A90             user task          completed
  G91             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-06-08 12:00
  ML-a-recovered  mail               written    to inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 復旧のお知らせ: 本庁3階スイッチ 応答なし

> wait PT20M

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-06-08T11:20:00+09:00"}
  A20_Start     message            correlated  alert
  A20           event sub process  activated
  A20_Start     start event        completed
  A21           script task        completed
  G21           exclusive gateway  completed   took 再発
  A24           send task          completed
  A20_End       end event          completed
  A20           event sub process  completed
  ML-a-relapse  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp; copy to inoue@network.example.jp: [INC-R08-00001] 【要対応】復旧後に再び検知しました: 本庁3階スイッチ 応答なし

> complete A102 {"outcome": "relapsed"}
  A102           user task                 completed
  G103           exclusive gateway         completed  took はい
  A104           script task               completed
  Throw_Relapse  intermediate throw event  completed
  Link_Triage    intermediate catch event  completed
  A38            business rule task        completed
  G38            exclusive gateway         completed  took はい
  A40            user task                 created    for iom.operator, due 2026-06-08 15:20
  A40_Warn       timer                     waits      until 2026-06-08 13:20
  A40_Late       timer                     waits      until 2026-06-08 15:20

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "network",
>      "recoveryProcedure": true}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for network.staff, network.leader, due 2026-06-08 15:20
  A62_Late       timer               waits      until 2026-06-08 15:20
  ML-a-handover  mail                written    to inoue@network.example.jp: [INC-R08-00001] 対応をお願いします: 本庁3階スイッチ 応答なし

> complete A62 {"outcome": "acknowledged"}
  A62  user task          completed
  G67  inclusive gateway  completed
  G68  exclusive gateway  completed  took はい
  G70  exclusive gateway  completed  took はい
  A75  user task          created    for iom.operator

> complete A75 {"outcome": "recovered", "procedureLog": "電源を入れ直して応答した"}
  A75  user task          completed
  G76  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-06-08T11:20:00+09:00", "recoveryConfirmedBy": "応答を見た", "causeNeeded": false}
  A90             user task          completed
  G91             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-06-08 12:20
  ML-a-recovered  mail               written    to inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 復旧のお知らせ: 本庁3階スイッチ 応答なし

> wait PT1H
  A102                user task          terminated
  A102_Over           boundary event     completed
  G103                exclusive gateway  completed   took いいえ
  G105                exclusive gateway  completed   took はい
  A108                send task          completed
  A110                user task          created     for network.staff, network.leader, iom.operator, due 2026-06-15 23:59
  A110_Remind         timer              waits       until 2026-06-12 09:00
  ML-a-cause_request  mail               written     to inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 原因調査をお願いします: 本庁3階スイッチ 応答なし

# A relapse needs the cause. Due in five business days; reminded from the business day before, not over the weekend.
> wait until 2026-06-15 09:00
  at                   2026-06-12 09:00
  A110_Remind          boundary event     completed
  G111                 exclusive gateway  completed  took はい
  A110_Remind          timer              waits      until 2026-06-13 09:00
  A112                 send task          completed
  A112_End             end event          completed
  ML-a-cause_reminder  mail               written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 原因調査の期限: 本庁3階スイッチ 応答なし
  at                   2026-06-13 09:00
  A110_Remind          boundary event     completed
  G111                 exclusive gateway  completed  took いいえ
  A112_End             end event          completed
  A110_Remind          timer              waits      until 2026-06-14 09:00
  at                   2026-06-14 09:00
  A110_Remind          boundary event     completed
  G111                 exclusive gateway  completed  took いいえ
  A112_End             end event          completed
  A110_Remind          timer              waits      until 2026-06-15 09:00
  A110_Remind          boundary event     completed
  G111                 exclusive gateway  completed  took はい
  A110_Remind          timer              waits      until 2026-06-16 09:00
  A112                 send task          completed
  A112_End             end event          completed
  ML-a-cause_reminder  mail               written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 原因調査の期限: 本庁3階スイッチ 応答なし

> complete A110 {"directCause": "電源の停止", "causeResult": "not_found", "timeline": []}
  A110  user task  completed
  A120  user task  created    for iom.operator

> complete A120 {"prevention": [{"what": "電源の電圧を一か月記録する", "who": "ネットワークの事業者", "until": "2026-07-15", "state": "planned"}]}
  A120         user task  completed
  A128         send task  completed
  A130         user task  created    for ward_is.chief
  ML-a-report  mail       written    to takahashi.susumu@ward.example.jp: [INC-R08-00001] 障害報告書の確認をお願いします: 本庁3階スイッチ 応答なし

> complete A130 {"outcome": "approved"}
  A130              user task          completed
  G131              exclusive gateway  completed  took はい
  DOC-a-report      document           made       障害報告書 INC-R08-00001 本庁3階スイッチ 応答なし.pdf
  A132              service task       completed
  A133              service task       completed
  DOC-a-prevention  document           made       再発防止策一覧 INC-R08-00001.xlsx
  A134              service task       completed
  A140              user task          created    for iom.operator

> complete A140 {"knowledgeTitle": "本庁3階スイッチの停止", "knowledgeText": "電源を入れ直す。二度目は取り替える"}
  A140         user task          completed
  G150         exclusive gateway  completed  took いいえ
  G152         exclusive gateway  completed  took いいえ
  End_NoCause  end event          completed
  incident     process            completed
