# An alert of the tax system becomes one incident, two more join it, and it is worked through to its end. The monitoring says
# itself that it has recovered; the department confirms; the report is sent back once.
process  .
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> publish alert key zabbix-infra|tax-web01|web keep PT1H
>     {"title": "tax-web01: Web service is not responding", "symptom": "PROBLEM: Web service is not responding", "origin": "alert",
>      "channel": "alert", "fingerprint": "zabbix-infra|tax-web01|web", "severity": "high", "systems": ["SYS-46"],
>      "suspectedParty": "joint_asp/SYS-46", "detectedAt": "2026-04-06T10:00:00+09:00", "receivedAt": "2026-04-06T10:00:00+09:00",
>      "messageId": "zbx.1@infra.example.jp", "replyAllowed": false,
>      "requester": {"name": "統合基盤 Zabbix", "party": "infra", "organisation": "統合基盤 Zabbix", "mail": "zabbix@infra.example.jp"}}
  alert        message             kept        until 2026-04-06 11:00
  Start_Alert  message             correlated  alert
  incident     process             activated   as INC-R08-00001
  Start_Alert  start event         completed
  A10          script task         completed
  A20_Start    message             awaited     alert, key zabbix-infra|tax-web01|web
  A25_Start    message             awaited     alert-recovered, key zabbix-infra|tax-web01|web
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
  A40          user task           created     for iom.operator, due 2026-04-06 11:00
  A40_Warn     timer               waits       until 2026-04-06 10:30
  A40_Late     timer               waits       until 2026-04-06 11:00

# Two more alerts of the same fault: no new case, no new mail.
> publish alert key zabbix-infra|tax-web01|web {"title": "again", "receivedAt": "2026-04-06T10:05:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> publish alert key zabbix-infra|tax-web01|web {"title": "again", "receivedAt": "2026-04-06T10:10:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

> show occurrences lastSeen title departments
  occurrences  variable  is  3
  lastSeen     variable  is  "2026-04-06T10:10:00+09:00"
  title        variable  is  "tax-web01: Web service is not responding"
  departments  variable  is  ["税務課"]

> wait PT30M
  A40_Warn          boundary event  completed
  A41               send task       completed
  A41_End           end event       completed
  ML-a-sla_warning  mail            written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 切り分けの期限が近づいています: tax-web01: Web service is not responding

> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "high", "businessImpact": true, "personalData": "no", "departments": ["税務課"],
>      "suspectedParty": "joint_asp/SYS-46", "workaround": "窓口では紙の台帳で受け付ける"}
  A40               user task           completed
  A45               business rule task  completed
  G50               exclusive gateway   completed  took いいえ
  A46               business rule task  completed
  G60               inclusive gateway   completed  took 担当, 業務影響
  A60               send task           completed
  A62               user task           created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-06 10:45
  A62_Late          timer               waits      until 2026-04-06 10:45
  ML-a-handover     mail                written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 対応をお願いします: tax-web01: Web service is not responding
  A65               send task           completed
  ML-a-ward_notice  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to mori@helpdesk.example.jp: [INC-R08-00001] 障害発生のお知らせ: tax-web01: Web service is not responding

> show priority
  priority  variable  is  "P1"

> complete A62 {"outcome": "acknowledged", "vendorTicketNo": "T-77"}
  A62       user task          completed
  G67       inclusive gateway  completed
  G68       exclusive gateway  completed  took はい
  G70       exclusive gateway  completed  took いいえ
  A80       user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader
  A80_Tick  timer              waits      until 2026-04-06 11:30

# P1: the ward is told every hour.
> wait PT1H
  alert        message            expired
  A80_Tick     boundary event     completed
  G82          exclusive gateway  completed  took P1・P2
  A80_Tick     timer              waits      until 2026-04-06 12:30
  A83          send task          completed
  A84_End      end event          completed
  ML-a-status  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [INC-R08-00001] 対応状況: tax-web01: Web service is not responding

> publish alert-recovered key zabbix-infra|tax-web01|web {"recoveryProof": "監視の復旧通知: RESOLVED", "receivedAt": "2026-04-06T11:40:00+09:00"}
  A25_Start                  message            correlated  alert-recovered
  A25                        event sub process  activated
  A25_Start                  start event        completed
  A26                        send task          completed
  A25_End                    end event          completed
  A25                        event sub process  completed
  ML-a-monitoring_recovered  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [INC-R08-00001] 監視が復旧を通知しました: tax-web01: Web service is not responding

> complete A80 {"outcome": "recovered", "repairLog": "接続数の上限を上げ、再起動した", "recoveredAt": "2026-04-06T11:38:00+09:00"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveryConfirmedBy": "画面を開いた", "recoveredAt": "2026-04-06T11:38:00+09:00"}
  A90  user task          completed
  G91  exclusive gateway  completed  took はい（P1・P2）
  A92  user task          created    for ward_dept/税務課.staff

> complete A92 {"outcome": "confirmed"}
  A92             user task          completed
  G93             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-04-06 12:30
  ML-a-recovered  mail               written    to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [INC-R08-00001] 復旧のお知らせ: tax-web01: Web service is not responding

# Nobody needs to do anything: after an hour without another alert it goes on.
> wait PT1H
  A102                user task          terminated
  A102_Over           boundary event     completed
  G103                exclusive gateway  completed   took いいえ
  G105                exclusive gateway  completed   took はい
  A108                send task          completed
  A110                user task          created     for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, iom.operator, due 2026-04-13 23:59
  A110_Remind         timer              waits       until 2026-04-10 09:00
  ML-a-cause_request  mail               written     to hayashi@tax-asp.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 原因調査をお願いします: tax-web01: Web service is not responding

> complete A110 {"directCause": "接続数の上限", "causeResult": "found", "rootCause": "月初の申告で利用が倍になった", "timeline": []}
  A110  user task  completed
  A120  user task  created    for iom.operator

> complete A120 {"prevention": [{"what": "上限の監視を加える", "who": "税務システムの事業者", "until": "2026-04-30", "state": "planned"}]}
  A120         user task  completed
  A128         send task  completed
  A130         user task  created    for ward_is.chief
  ML-a-report  mail       written    to takahashi.susumu@ward.example.jp; copy to ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [INC-R08-00001] 障害報告書の確認をお願いします: tax-web01: Web service is not responding

> complete A130 {"outcome": "returned", "returnReason": "時系列がない"}
  A130         user task          completed
  G131         exclusive gateway  completed  took 差戻し
  A110         user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, iom.operator, due 2026-04-13 23:59
  A110_Remind  timer              waits      until 2026-04-10 09:00

> complete A110 {"directCause": "接続数の上限", "causeResult": "found", "rootCause": "月初の申告で利用が倍になった", "timeline": [{"at": "2026-04-06T10:00:00+09:00", "what": "検知"}]}
  A110  user task  completed
  A120  user task  created    for iom.operator

> complete A120 {"prevention": [{"what": "上限の監視を加える", "who": "税務システムの事業者", "until": "2026-04-30", "state": "planned"}]}
  A120         user task  completed
  A128         send task  completed
  A130         user task  created    for ward_is.chief
  ML-a-report  mail       written    to takahashi.susumu@ward.example.jp; copy to ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [INC-R08-00001] 障害報告書の確認をお願いします: tax-web01: Web service is not responding

> complete A130 {"outcome": "approved"}
  A130              user task          completed
  G131              exclusive gateway  completed  took はい
  DOC-a-report      document           made       障害報告書 INC-R08-00001 tax-web01_ Web service is not responding.pdf
  A132              service task       completed
  A133              service task       completed
  DOC-a-prevention  document           made       再発防止策一覧 INC-R08-00001.xlsx
  A134              service task       completed
  A140              user task          created    for iom.operator

> complete A140 {"knowledgeTitle": "接続数の上限", "knowledgeText": "再起動で復旧"}
  A140        user task          completed
  G150        exclusive gateway  completed  took いいえ
  G152        exclusive gateway  completed  took はい
  End_Closed  end event          completed
  incident    process            completed
