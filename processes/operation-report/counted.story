# What came in April stands in the report of April, without anybody counting: two alerts of one fault, a recovery, and what was late.
process  .
with     ../report-clock
with     ../incident
people   ../demo/users.json
clock    2026-04-29 22:00 Asia/Tokyo

> mail ../demo/alert-1.eml
  alert          message             kept        until 2026-04-29 23:00
  Start_Alert    message             correlated  alert
  incident       process             activated   as INC-R08-00001
  Start_Alert    start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key zabbix-infra|tax-web01|web service is not responding
  A25_Start      message             awaited     alert-recovered, key zabbix-infra|tax-web01|web service is not responding
  A160_Start     message             awaited     withdraw, key INC-R08-00001
  INC-R08-00001  mail                taken       from zabbix@infra.example.jp: PROBLEM: Web service is not responding
  A12            send task           completed
  G11            exclusive gateway   completed   took はい
  A11            service task        completed
  G12            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took いいえ（P1・P2）
  A39            send task           completed
  A40            user task           created     for iom.operator, due 2026-04-29 23:00
  A40_Warn       timer               waits       until 2026-04-29 22:30
  A40_Late       timer               waits       until 2026-04-29 23:00
  ML-a-oncall    mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00001] 【緊急】時間外の障害: tax-web01: Web service is not responding

> mail ../demo/alert-2.eml
  alert          message            kept        until 2026-04-29 23:00
  A20_Start      message            correlated  alert
  A20            event sub process  completed
  A20_Start      start event        completed
  A21            script task        completed
  G21            exclusive gateway  completed   took それ以外
  A20_End        end event          completed
  INC-R08-00001  mail               taken       from zabbix@infra.example.jp: PROBLEM: Web service is not responding

> mail ../demo/alert-5-iso-2022-jp.eml
  alert          message             kept        until 2026-04-29 23:00
  Start_Alert    message             correlated  alert
  incident       process             activated   as INC-R08-00002
  Start_Alert    start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key jp1-network|hq-sw-3f-01|応答なし
  A25_Start      message             awaited     alert-recovered, key jp1-network|hq-sw-3f-01|応答なし
  A160_Start     message             awaited     withdraw, key INC-R08-00002
  INC-R08-00002  mail                taken       from kanshi@network.example.jp: 【障害】本庁3階スイッチ 応答なし
  A12            send task           completed
  G11            exclusive gateway   completed   took はい
  A11            service task        completed
  G12            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took いいえ（P1・P2）
  A39            send task           completed
  A40            user task           created     for iom.operator, due 2026-04-29 23:00
  A40_Warn       timer               waits       until 2026-04-29 22:30
  A40_Late       timer               waits       until 2026-04-29 23:00
  ML-a-oncall    mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00002] 【緊急】時間外の障害: hq-sw-3f-01: 応答なし

> wait until 2026-04-30 09:00
  at                2026-04-29 22:30
  A40_Warn          boundary event            completed
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 切り分けの期限が近づいています: tax-web01: Web service is not responding
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 切り分けの期限が近づいています: hq-sw-3f-01: 応答なし
  at                2026-04-29 23:00
  alert             message                   expired
  alert             message                   expired
  alert             message                   expired
  A40_Late          boundary event            completed
  A40_Late          boundary event            completed
  escalation        message                   kept       until 2026-04-30 23:00
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written    to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 【要対応】切り分けの期限を過ぎました: tax-web01: Web service is not responding
  escalation        message                   kept       until 2026-04-30 23:00
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written    to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00002] 【要対応】切り分けの期限を過ぎました: hq-sw-3f-01: 応答なし

> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "high", "businessImpact": false, "personalData": "no", "suspectedParty": "joint_asp/SYS-46"}
  escalation-released  message                   kept       until 2026-05-01 09:00
  A40                  user task                 completed
  A43_Done             intermediate catch event  completed
  A45                  business rule task        completed
  G50                  exclusive gateway         completed  took いいえ
  A47                  send task                 completed
  A46                  business rule task        completed
  A41_End              end event                 completed
  G60                  inclusive gateway         completed  took 担当
  A60                  send task                 completed
  A62                  user task                 created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-30 09:15
  A62_Late             timer                     waits      until 2026-04-30 09:15
  ML-a-handover        mail                      written    to hayashi@tax-asp.example.jp: [INC-R08-00001] 対応をお願いします: tax-web01: Web service is not responding

> wait until 2026-05-01 09:00
  at                   2026-04-30 09:15
  A62_Late             boundary event            completed
  escalation           message                   kept        until 2026-05-01 09:15
  A63                  send task                 completed
  A64                  send task                 completed
  A64_Done             intermediate catch event  activated
  ML-a-ack_missing     mail                      written     to hayashi@tax-asp.example.jp; copy to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 受領の確認をお願いします: tax-web01: Web service is not responding
  at                   2026-04-30 17:15
  Start_Daily          message                   correlated  daily-report
  report-clock         process                   activated
  Start_Timer          start event               completed
  Q02                  exclusive gateway         completed   took はい
  End_Begun            end event                 completed
  report-clock         process                   completed
  operation-report     process                   activated   as REP-R08-00001
  Start_Daily          start event               completed
  J02                  script task               completed
  J03                  service task              completed
  J04                  user task                 created     for iom.operator, iom.leader, due 2026-05-01 08:30
  escalation           message                   expired
  escalation           message                   expired
  escalation-released  message                   expired
  operation-report     process                   activated   as REP-R08-00002
  Start_Month          start event               completed
  T09                  intermediate catch event  completed
  J10                  script task               completed
  J12                  service task              completed
  J20                  user task                 created     for iom.operator, due 2026-05-12 23:59
  J20_Remind           timer                     waits       until 2026-05-11 09:00

> show dayAlerts openIncidents of REP-R08-00001
  dayAlerts      variable  is  0
  openIncidents  variable  is  "INC-R08-00002 hq-sw-3f-01: 応答なし\nINC-R08-00001 tax-web01: Web service is not responding"

> show alertCount incidentCount afterHoursWithout topAlerts slaNote requestNote of REP-R08-00002
  alertCount         variable  is  3
  incidentCount      variable  is  2
  afterHoursWithout  variable  is  2
  topAlerts          variable  is  "zabbix-infra|tax-web01|web service is not responding: 2通\njp1-network|hq-sw-3f-01|応答なし: 1通"
  slaNote            variable  is  "障害対応: 守った0件、過ぎた1件"
  requestNote        variable  is  "インフラ統合基盤作業依頼申請: 0件\n本番環境作業依頼申請: 0件\n庁舎内作業届: 0件\nユーザID設置申請: 0件\nユーザID年度切替: 0件\n電算センター入退室申請: 0件\n電算センター入退室 年度切替: 0件\nCSPアカウント発行依頼: 0件"
