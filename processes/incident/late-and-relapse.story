# Seen on a Friday evening before a weekend, with a low severity: it waits for Monday's opening, is left lying past its deadline, and
# comes back within the hour after it was repaired.
process  .
people   ../demo/users.json
clock    2026-04-10 18:00 Asia/Tokyo

> publish alert key jp1|hq-sw|down
>     {"title": "本庁3階スイッチ 応答なし", "symptom": "応答なし", "origin": "alert", "fingerprint": "jp1|hq-sw|down", "severity": "warning",
>      "systems": ["SYS-28"], "suspectedParty": "network", "replyAllowed": false,
>      "receivedAt": "2026-04-10T18:00:00+09:00", "requester": {"name": "庁内ネットワーク監視", "mail": "kanshi@network.example.jp"}}
  Start_Alert  message                   correlated  alert
  incident     process                   activated   as INC-R08-00001
  Start_Alert  start event               completed
  A10          script task               completed
  A20_Start    message                   awaited     alert, key jp1|hq-sw|down
  A25_Start    message                   awaited     alert-recovered, key jp1|hq-sw|down
  A160_Start   message                   awaited     withdraw, key INC-R08-00001
  A12          send task                 completed
  G11          exclusive gateway         completed   took はい
  A11          service task              completed
  G12          exclusive gateway         completed   took いいえ
  A30          business rule task        completed
  G30          exclusive gateway         completed   took 統合運用
  A37          business rule task        completed
  A38          business rule task        completed
  G38          exclusive gateway         completed   took いいえ（P3・P4）
  T38          intermediate catch event  activated   until 2026-04-13 08:30

# Over the weekend until 8:30 on Monday.
> wait until 2026-04-13 08:30
  T38       intermediate catch event  completed
  A40       user task                 created    for iom.operator, due 2026-04-13 12:30
  A40_Warn  timer                     waits      until 2026-04-13 10:30
  A40_Late  timer                     waits      until 2026-04-13 12:30

# Two of the four business hours: a warning; four: the leader.
> wait until 2026-04-13 12:30
  at                2026-04-13 10:30
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 切り分けの期限が近づいています: 本庁3階スイッチ 応答なし
  A40_Late          boundary event            completed
  escalation        message                   kept       until 2026-04-14 12:30
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written    to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 【要対応】切り分けの期限を過ぎました: 本庁3階スイッチ 応答なし

> complete A40
>     {"outcome": "confirmed", "impact": 3, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "network"}
  escalation-released  message                   kept       until 2026-04-14 12:30
  A40                  user task                 completed
  A43_Done             intermediate catch event  completed
  A45                  business rule task        completed
  G50                  exclusive gateway         completed  took いいえ
  A47                  send task                 completed
  A46                  business rule task        completed
  A41_End              end event                 completed
  G60                  inclusive gateway         completed  took 担当
  A60                  send task                 completed
  A62                  user task                 created    for network.staff, network.leader, due 2026-04-13 16:30
  A62_Late             timer                     waits      until 2026-04-13 16:30
  ML-a-handover        mail                      written    to inoue@network.example.jp: [INC-R08-00001] 対応をお願いします: 本庁3階スイッチ 応答なし

# Nobody answers.
> wait until 2026-04-13 16:30
  A62_Late          boundary event            completed
  escalation        message                   kept       until 2026-04-14 16:30
  A63               send task                 completed
  A64               send task                 completed
  A64_Done          intermediate catch event  activated
  ML-a-ack_missing  mail                      written    to inoue@network.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 受領の確認をお願いします: 本庁3階スイッチ 応答なし

> complete A62 {"outcome": "acknowledged"}
  escalation-released  message                   kept       until 2026-04-14 16:30
  A62                  user task                 completed
  A64_Done             intermediate catch event  completed
  A67                  send task                 completed
  A63_End              end event                 completed
  G67                  inclusive gateway         completed
  G68                  exclusive gateway         completed  took はい
  G70                  exclusive gateway         completed  took いいえ
  A80                  user task                 created    for network.staff, network.leader
  A80_Tick             timer                     waits      until 2026-04-14 16:30

> complete A80 {"outcome": "recovered", "repairLog": "電源を入れ直した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-04-13T16:40:00+09:00", "recoveryConfirmedBy": "応答を見た", "causeNeeded": false}
  A90             user task          completed
  G91             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-04-13 17:30
  ML-a-recovered  mail               written    to inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 復旧のお知らせ: 本庁3階スイッチ 応答なし

# It comes back.
> wait PT20M

> publish alert key jp1|hq-sw|down {"receivedAt": "2026-04-13T16:50:00+09:00"}
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
  A40            user task                 created    for iom.operator, due 2026-04-14 12:05
  A40_Warn       timer                     waits      until 2026-04-14 10:05
  A40_Late       timer                     waits      until 2026-04-14 12:05

> show relapses occurrences recoveredAt
  relapses     variable  is  1
  occurrences  variable  is  2
  recoveredAt  variable  is  null
