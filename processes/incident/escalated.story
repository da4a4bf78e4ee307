# (l): what is late raises an escalation, which goes on by itself and ends once the incident has moved on; another trigger of the same incident joins it.
process  .
with     ../escalation
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> publish alert key zabbix-infra|tax-web01|web keep PT1H
>     {"title": "tax-web01: Web service is not responding", "origin": "alert", "channel": "alert", "source": "zabbix-infra", "severity": "high",
>      "fingerprint": "zabbix-infra|tax-web01|web", "systems": ["SYS-46"], "suspectedParty": "joint_asp/SYS-46", "receivedAt": "2026-04-06T10:00:00+09:00",
>      "requester": {"name": "統合基盤 Zabbix", "party": "infra", "organisation": "統合基盤 Zabbix", "mail": "zabbix@infra.example.jp"}}
  alert          message             kept        until 2026-04-06 11:00
  Start_Alert    message             correlated  alert
  incident       process             activated   as INC-R08-00001
  Start_Alert    start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key zabbix-infra|tax-web01|web
  A25_Start      message             awaited     alert-recovered, key zabbix-infra|tax-web01|web
  A160_Start     message             awaited     withdraw, key INC-R08-00001
  A12            send task           completed
  G11            exclusive gateway   completed   took はい
  ML-a-received  mail                written     to zabbix@infra.example.jp: [INC-R08-00001] 受付しました: tax-web01: Web service is not responding
  A11            service task        completed
  G12            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 11:00
  A40_Warn       timer               waits       until 2026-04-06 10:30
  A40_Late       timer               waits       until 2026-04-06 11:00

# Nobody looks into it for an hour.
> wait until 2026-04-06 11:00
  at                2026-04-06 10:30
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 切り分けの期限が近づいています: tax-web01: Web service is not responding
  alert             message                   expired
  A40_Late          boundary event            completed
  Start_Message     message                   correlated  escalation
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  escalation        process                   activated   as ESC-R08-00001
  Start_Message     start event               completed
  L10               script task               completed
  L20               business rule task        completed
  L22               business rule task        completed
  L90_Start         message                   awaited     withdraw, key ESC-R08-00001
  L92_Start         message                   awaited     escalation, key INC-R08-00001
  L95_Start         message                   awaited     escalation-released, key INC-R08-00001/2026-04-06T11:00:00@Asia/Tokyo
  ML-a-sla_breach   mail                      written     to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 【要対応】切り分けの期限を過ぎました: tax-web01: Web service is not responding
  L30               send task                 completed
  G31               exclusive gateway         completed   took いいえ
  G36               exclusive gateway         completed   took いいえ
  L50               user task                 created     for iom.operator, iom.leader, due 2026-04-06 15:00
  L50_Next          timer                     waits       until 2026-04-06 15:00
  ML-l-level        mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] 【要対応】第1段階: 切り分けが期限を過ぎた: tax-web01: Web service is not responding

> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "joint_asp/SYS-46"}
  L95_Start      message                   correlated  escalation-released
  A40            user task                 completed
  A43_Done       intermediate catch event  completed
  A45            business rule task        completed
  G50            exclusive gateway         completed   took いいえ
  A47            send task                 completed
  A46            business rule task        completed
  A41_End        end event                 completed
  G60            inclusive gateway         completed   took 担当
  L50            user task                 terminated
  L95            event sub process         activated
  L95_Start      start event               completed
  A60            send task                 completed
  A62            user task                 created     for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-06 11:30
  A62_Late       timer                     waits       until 2026-04-06 11:30
  ML-a-handover  mail                      written     to hayashi@tax-asp.example.jp: [INC-R08-00001] 対応をお願いします: tax-web01: Web service is not responding
  L96            send task                 completed
  L96_End        end event                 completed
  L95            event sub process         completed
  escalation     process                   completed
  ML-l-released  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00001] エスカレーションの解除: 切り分けが期限を過ぎた: tax-web01: Web service is not responding

# The vendor is silent.
> wait until 2026-04-06 11:30
  A62_Late          boundary event            completed
  Start_Message     message                   correlated  escalation
  A63               send task                 completed
  A64               send task                 completed
  A64_Done          intermediate catch event  activated
  escalation        process                   activated   as ESC-R08-00002
  Start_Message     start event               completed
  L10               script task               completed
  L20               business rule task        completed
  L22               business rule task        completed
  L90_Start         message                   awaited     withdraw, key ESC-R08-00002
  L92_Start         message                   awaited     escalation, key INC-R08-00001
  L95_Start         message                   awaited     escalation-released, key INC-R08-00001/2026-04-06T11:30:00@Asia/Tokyo
  ML-a-ack_missing  mail                      written     to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 受領の確認をお願いします: tax-web01: Web service is not responding
  L30               send task                 completed
  G31               exclusive gateway         completed   took いいえ
  G36               exclusive gateway         completed   took いいえ
  L50               user task                 created     for joint_asp/SYS-46.staff, iom.leader, due 2026-04-06 12:00
  L50_Next          timer                     waits       until 2026-04-06 12:00
  ML-l-level        mail                      written     to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp: [ESC-R08-00002] 【要対応】第1段階: 受領の確認がない: tax-web01: Web service is not responding

> publish escalation key INC-R08-00001 {"causeCaseNo": "INC-R08-00001", "trigger": "ward", "reason": "区が急ぎの調整を求めた"}
  L92_Start  message            correlated  escalation
  L92        event sub process  completed
  L92_Start  start event        completed
  L93        script task        completed
  L93_End    end event          completed

> show joined of ESC-R08-00002
  joined  variable  is  [{"at":"2026-04-06T11:30:00@Asia/Tokyo","trigger":"ward","reason":"区が急ぎの調整を求めた"}]

> complete A62 {"outcome": "acknowledged", "vendorTicketNo": "T-1"}
  L95_Start      message                   correlated  escalation-released
  A62            user task                 completed
  A64_Done       intermediate catch event  completed
  A67            send task                 completed
  A63_End        end event                 completed
  G67            inclusive gateway         completed
  G68            exclusive gateway         completed   took はい
  G70            exclusive gateway         completed   took いいえ
  A80            user task                 created     for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader
  A80_Tick       timer                     waits       until 2026-04-06 13:30
  L50            user task                 terminated
  L95            event sub process         activated
  L95_Start      start event               completed
  L96            send task                 completed
  L96_End        end event                 completed
  L95            event sub process         completed
  escalation     process                   completed
  ML-l-released  mail                      written     to sato.makoto@iom.example.jp, hayashi@tax-asp.example.jp: [ESC-R08-00002] エスカレーションの解除: 受領の確認がない: tax-web01: Web service is not responding

> show vendorTicketNo escalationKey of INC-R08-00001
  vendorTicketNo  variable  is  "T-1"
  escalationKey   variable  is  null

> complete A80 {"outcome": "recovered", "recoveredAt": "2026-04-06T11:50:00+09:00", "directCause": "プロセスの停止"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

# Late again, and withdrawn while it is raised.
> publish incident-report key m-2
>     {"title": "画面が出ない", "origin": "ward_is", "channel": "mail", "systems": ["SYS-40"], "receivedAt": "2026-04-06T11:40:00+09:00",
>      "requester": {"name": "田中", "party": "ward_is", "mail": "tanaka.yumi@ward.example.jp"}}
  Start_Report   message             correlated  incident-report
  incident       process             activated   as INC-R08-00002
  Start_Report   start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key -
  A25_Start      message             awaited     alert-recovered, key -
  A160_Start     message             awaited     withdraw, key INC-R08-00002
  A12            send task           completed
  G11            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 15:40
  A40_Warn       timer               waits       until 2026-04-06 13:40
  A40_Late       timer               waits       until 2026-04-06 15:40
  ML-a-received  mail                written     to tanaka.yumi@ward.example.jp: [INC-R08-00002] 受付しました: 画面が出ない

> wait until 2026-04-06 16:00
  at                2026-04-06 13:40
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 切り分けの期限が近づいています: 画面が出ない
  at                2026-04-06 15:40
  A40_Late          boundary event            completed
  Start_Message     message                   correlated  escalation
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  escalation        process                   activated   as ESC-R08-00003
  Start_Message     start event               completed
  L10               script task               completed
  L20               business rule task        completed
  L22               business rule task        completed
  L90_Start         message                   awaited     withdraw, key ESC-R08-00003
  L92_Start         message                   awaited     escalation, key INC-R08-00002
  L95_Start         message                   awaited     escalation-released, key INC-R08-00002/2026-04-06T15:40:00@Asia/Tokyo
  ML-a-sla_breach   mail                      written     to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00002] 【要対応】切り分けの期限を過ぎました: 画面が出ない
  L30               send task                 completed
  G31               exclusive gateway         completed   took いいえ
  G36               exclusive gateway         completed   took いいえ
  L50               user task                 created     for iom.operator, iom.leader, due 2026-04-07 10:55
  L50_Next          timer                     waits       until 2026-04-07 10:55
  ML-l-level        mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00003] 【要対応】第1段階: 切り分けが期限を過ぎた: 画面が出ない

> publish withdraw key INC-R08-00002
  A160_Start      message                   correlated  withdraw
  A40             user task                 terminated
  A43_Done        intermediate catch event  terminated
  A160            event sub process         activated
  A160_Start      start event               completed
  L95_Start       message                   correlated  escalation-released
  A162            send task                 completed
  End_Withdrawn   end event                 completed
  A160            event sub process         completed
  incident        process                   completed
  L50             user task                 terminated
  L95             event sub process         activated
  L95_Start       start event               completed
  ML-a-withdrawn  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp: [INC-R08-00002] 取り下げられました: 画面が出ない
  L96             send task                 completed
  L96_End         end event                 completed
  L95             event sub process         completed
  escalation      process                   completed
  ML-l-released   mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [ESC-R08-00003] エスカレーションの解除: 切り分けが期限を過ぎた: 画面が出ない
