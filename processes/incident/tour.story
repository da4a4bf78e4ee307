# The tour of README.md with its sample mails: one incident with three mails, one that was sent twice, an answer that belongs
# to the case, another incident in ISO-2022-JP, a report of the ward, and a stranger who names a case.
process  .
people   ../demo/users.json
clock    2026-04-06 10:02 Asia/Tokyo

> mail ../demo/alert-1.eml
  alert          message             kept        until 2026-04-06 11:02
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
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 11:02
  A40_Warn       timer               waits       until 2026-04-06 10:32
  A40_Late       timer               waits       until 2026-04-06 11:02

> mail ../demo/alert-1.eml
  INC-R08-00001  mail  known

> mail ../demo/alert-2.eml
  alert          message            kept        until 2026-04-06 11:02
  A20_Start      message            correlated  alert
  A20            event sub process  completed
  A20_Start      start event        completed
  A21            script task        completed
  G21            exclusive gateway  completed   took それ以外
  A20_End        end event          completed
  INC-R08-00001  mail               taken       from zabbix@infra.example.jp: PROBLEM: Web service is not responding

> show occurrences title systems suspectedParty
  occurrences     variable  is  2
  title           variable  is  "tax-web01: Web service is not responding"
  systems         variable  is  ["SYS-46"]
  suspectedParty  variable  is  "joint_asp/SYS-46"

> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "medium", "businessImpact": false, "personalData": "no", "suspectedParty": "joint_asp/SYS-46"}
  A40            user task           completed
  A45            business rule task  completed
  G50            exclusive gateway   completed  took いいえ
  A46            business rule task  completed
  G60            inclusive gateway   completed  took 担当
  A60            send task           completed
  A62            user task           created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-06 10:32
  A62_Late       timer               waits      until 2026-04-06 10:32
  ML-a-handover  mail                written    to hayashi@tax-asp.example.jp: [INC-R08-00001] 対応をお願いします: tax-web01: Web service is not responding

> mail ../demo/alert-4-reply.eml
  INC-R08-00001  mail  taken  from hayashi@tax-asp.example.jp: Re: [INC-R08-00001] 対応をお願いします: tax-web01: Web service is not responding

> mail ../demo/alert-3-recovered.eml
  A25_Start                  message            correlated  alert-recovered
  A25                        event sub process  activated
  A25_Start                  start event        completed
  INC-R08-00001              mail               taken       from zabbix@infra.example.jp: RESOLVED: Web service is not responding
  A26                        send task          completed
  A25_End                    end event          completed
  A25                        event sub process  completed
  ML-a-monitoring_recovered  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [INC-R08-00001] 監視が復旧を通知しました: tax-web01: Web service is not responding

> mail ../demo/alert-5-iso-2022-jp.eml
  alert          message             kept        until 2026-04-06 11:02
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
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 11:02
  A40_Warn       timer               waits       until 2026-04-06 10:32
  A40_Late       timer               waits       until 2026-04-06 11:02

> mail ../demo/report-ward.eml
  Start_Report   message             correlated  incident-report
  incident       process             activated   as INC-R08-00003
  Start_Report   start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key -
  A25_Start      message             awaited     alert-recovered, key -
  A160_Start     message             awaited     withdraw, key INC-R08-00003
  INC-R08-00003  mail                taken       from ito.akira@ward.example.jp: 収納画面がときどき固まります
  A12            send task           completed
  G11            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 14:02
  A40_Warn       timer               waits       until 2026-04-06 12:02
  A40_Late       timer               waits       until 2026-04-06 14:02
  ML-a-received  mail                written     to ito.akira@ward.example.jp: [INC-R08-00003] 受付しました: 収納画面がときどき固まります

> mail ../demo/stranger.eml
  -  mail  tray  from sales@unknown.example.com: Re: [INC-R08-00001] お世話になっております
