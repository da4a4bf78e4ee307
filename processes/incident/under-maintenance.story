# A-D2 5: an alert of a system under maintenance is written down there and is no work; what hasn't recovered when the maintenance is over becomes an incident.
process  .
with     ../maintenance-notice
with     ../work-calendar
people   ../demo/users.json
clock    2026-07-01 10:00 Asia/Tokyo

> start maintenance-notice
>     {"title": "税務システムの更新", "kind": "planned", "target": "system", "systems": ["SYS-46"], "plannedFrom": "2026-07-13T18:00:00+09:00",
>      "plannedTo": "2026-07-13T20:00:00+09:00", "effect": "partial", "contact": "林", "requester": {"name": "林 拓也", "party": "joint_asp/SYS-46", "mail": "hayashi@tax-asp.example.jp"}}
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
  ML-c-received       mail         written    to hayashi@tax-asp.example.jp: [MNT-R08-00001] メンテナンス情報を受け取りました: 税務システムの更新

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
  G48            exclusive gateway    completed  took いいえ
  C60            send task            completed
  ML-c-advance   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスのお知らせ: 税務システムの更新 (with MNT-R08-00001.ics)
  DOC-c-notice   document             made       メンテナンスのお知らせ MNT-R08-00001 税務システムの更新.pdf
  C61            service task         completed
  C65            multi instance body  activated
  C65_Remind     timer                waits      until 2026-07-03 09:00
  C65_Over       timer                waits      until 2026-07-10 00:00
  C65            user task            created    for single_db.staff
  C65            user task            created    for ward_dept/税務課.staff

> wait until 2026-07-13 18:00
  at                    2026-07-03 09:00
  C65_Remind            boundary event            completed
  C66                   send task                 completed
  C66_End               end event                 completed
  ML-c-answer_reminder  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [MNT-R08-00001] メンテナンスの影響の回答: 税務システムの更新
  at                    2026-07-10 00:00
  linked-approved       message                   kept        until 2026-07-11 00:00
  C65                   user task                 terminated
  C65                   user task                 terminated
  C65_Over              boundary event            completed
  G66                   exclusive gateway         completed   took いいえ
  C70                   script task               completed
  C72                   intermediate throw event  completed
  T80                   intermediate catch event  activated   until 2026-07-10 09:00
  C65                   multi instance body       terminated
  at                    2026-07-10 09:00
  T80                   intermediate catch event  completed
  C82                   send task                 completed
  C90                   user task                 created     for joint_asp/SYS-46.staff, due 2026-07-13 18:00
  ML-c-day_before       mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to hayashi@tax-asp.example.jp: [MNT-R08-00001] 明日のメンテナンス: 税務システムの更新
  linked-approved       message                   expired

# Before the vendor says that it began: the time that was settled counts.
> publish alert key zabbix-infra|tax-web01|web keep PT1H
>     {"title": "tax-web01: Web service is not responding", "origin": "alert", "channel": "alert", "source": "zabbix-infra", "severity": "high",
>      "fingerprint": "zabbix-infra|tax-web01|web", "systems": ["SYS-46"], "suspectedParty": "joint_asp/SYS-46", "receivedAt": "2026-07-13T18:00:00+09:00"}
  alert          message                   kept        until 2026-07-13 19:00
  Start_Alert    message                   correlated  alert
  incident       process                   activated   as INC-R08-00001
  Start_Alert    start event               completed
  A10            script task               completed
  A20_Start      message                   awaited     alert, key zabbix-infra|tax-web01|web
  A25_Start      message                   awaited     alert-recovered, key zabbix-infra|tax-web01|web
  A160_Start     message                   awaited     withdraw, key INC-R08-00001
  A12            send task                 completed
  G11            exclusive gateway         completed   took はい
  ML-a-received  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00001] 受付しました: tax-web01: Web service is not responding
  C116_Start     message                   correlated  maintenance-alert
  C116           event sub process         completed
  C116_Start     start event               completed
  C117           script task               completed
  C117_End       end event                 completed
  A11            service task              completed
  G12            exclusive gateway         completed   took はい
  A14            send task                 completed
  T15            intermediate catch event  activated   until 2026-07-13 20:00

> complete C90 {"startedAt": "2026-07-13T18:01:00+09:00"}
  C90         user task  completed
  C92         send task  completed
  C100        user task  created    for joint_asp/SYS-46.staff, due 2026-07-13 20:00
  C100_Late   timer      waits      until 2026-07-13 20:30
  ML-c-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [MNT-R08-00001] メンテナンス開始: 税務システムの更新

> publish alert key zabbix-infra|tax-web02|web keep PT1H
>     {"title": "tax-web02: Web service is not responding", "origin": "alert", "channel": "alert", "source": "zabbix-infra", "severity": "high",
>      "fingerprint": "zabbix-infra|tax-web02|web", "systems": ["SYS-46"], "suspectedParty": "joint_asp/SYS-46", "receivedAt": "2026-07-13T18:02:00+09:00"}
  alert          message                   kept        until 2026-07-13 19:00
  Start_Alert    message                   correlated  alert
  incident       process                   activated   as INC-R08-00002
  Start_Alert    start event               completed
  A10            script task               completed
  A20_Start      message                   awaited     alert, key zabbix-infra|tax-web02|web
  A25_Start      message                   awaited     alert-recovered, key zabbix-infra|tax-web02|web
  A160_Start     message                   awaited     withdraw, key INC-R08-00002
  A12            send task                 completed
  G11            exclusive gateway         completed   took はい
  ML-a-received  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00002] 受付しました: tax-web02: Web service is not responding
  C116_Start     message                   correlated  maintenance-alert
  C116           event sub process         completed
  C116_Start     start event               completed
  C117           script task               completed
  C117_End       end event                 completed
  A11            service task              completed
  G12            exclusive gateway         completed   took はい
  A14            send task                 completed
  T15            intermediate catch event  activated   until 2026-07-13 20:00

# Again: the same case, and nobody is asked anything.
> publish alert key zabbix-infra|tax-web01|web {"receivedAt": "2026-07-13T18:05:00+09:00"}
  A20_Start  message            correlated  alert
  A20        event sub process  completed
  A20_Start  start event        completed
  A21        script task        completed
  G21        exclusive gateway  completed   took それ以外
  A20_End    end event          completed

# Another system is an incident as ever.
> publish alert key zabbix-infra|jumin-web01|web keep PT1H
>     {"title": "jumin-web01: Web service is not responding", "origin": "alert", "channel": "alert", "source": "zabbix-infra", "severity": "high",
>      "fingerprint": "zabbix-infra|jumin-web01|web", "systems": ["SYS-40"], "suspectedParty": "joint_asp/SYS-40", "receivedAt": "2026-07-13T18:06:00+09:00"}
  alert          message             kept        until 2026-07-13 19:00
  Start_Alert    message             correlated  alert
  incident       process             activated   as INC-R08-00003
  Start_Alert    start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key zabbix-infra|jumin-web01|web
  A25_Start      message             awaited     alert-recovered, key zabbix-infra|jumin-web01|web
  A160_Start     message             awaited     withdraw, key INC-R08-00003
  A12            send task           completed
  G11            exclusive gateway   completed   took はい
  ML-a-received  mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00003] 受付しました: jumin-web01: Web service is not responding
  A11            service task        completed
  G12            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took いいえ（P1・P2）
  A39            send task           completed
  A40            user task           created     for iom.operator, due 2026-07-13 19:06
  A40_Warn       timer               waits       until 2026-07-13 18:36
  A40_Late       timer               waits       until 2026-07-13 19:06
  ML-a-oncall    mail                written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00003] 【緊急】時間外の障害: jumin-web01: Web service is not responding

> complete C100 {"outcome": "extended", "plannedTo": "2026-07-13T20:30:00+09:00", "workLog": "索引の作り直しが長い"}
  C100          user task          completed
  G100          exclusive gateway  completed  took はい
  C104          send task          completed
  C100          user task          created    for joint_asp/SYS-46.staff, due 2026-07-13 20:30
  C100_Late     timer              waits      until 2026-07-13 21:00
  ML-c-changed  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MNT-R08-00001] メンテナンスの変更: 税務システムの更新 (with MNT-R08-00001.ics)

> wait until 2026-07-13 20:00
  at                2026-07-13 18:36
  A40_Warn          boundary event            completed
  A41               send task                 completed
  A41_End           end event                 completed
  ML-a-sla_warning  mail                      written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [INC-R08-00003] 切り分けの期限が近づいています: jumin-web01: Web service is not responding
  at                2026-07-13 19:06
  alert             message                   expired
  alert             message                   expired
  alert             message                   expired
  A40_Late          boundary event            completed
  escalation        message                   kept        until 2026-07-14 19:06
  A42               send task                 completed
  A43               send task                 completed
  A43_Done          intermediate catch event  activated
  ML-a-sla_breach   mail                      written     to sato.makoto@iom.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00003] 【要対応】切り分けの期限を過ぎました: jumin-web01: Web service is not responding
  T15               intermediate catch event  completed
  T15               intermediate catch event  completed
  C116_Start        message                   correlated  maintenance-alert
  C116              event sub process         completed
  C116_Start        start event               completed
  C117              script task               completed
  C117_End          end event                 completed
  A11               service task              completed
  G12               exclusive gateway         completed   took はい
  A14               send task                 completed
  T15               intermediate catch event  activated   until 2026-07-13 20:30
  C116_Start        message                   correlated  maintenance-alert
  C116              event sub process         completed
  C116_Start        start event               completed
  C117              script task               completed
  C117_End          end event                 completed
  A11               service task              completed
  G12               exclusive gateway         completed   took はい
  A14               send task                 completed
  T15               intermediate catch event  activated   until 2026-07-13 20:30

> publish alert-recovered key zabbix-infra|tax-web01|web {"recoveryProof": "RESOLVED", "receivedAt": "2026-07-13T20:20:00+09:00"}
  A25_Start                  message            correlated  alert-recovered
  A25                        event sub process  activated
  A25_Start                  start event        completed
  A26                        send task          completed
  A25_End                    end event          completed
  A25                        event sub process  completed
  ML-a-monitoring_recovered  mail               written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [INC-R08-00001] 監視が復旧を通知しました: tax-web01: Web service is not responding

> complete C100 {"outcome": "done", "finishedAt": "2026-07-13T20:25:00+09:00", "workLog": "終わった"}
  C100  user task          completed
  G100  exclusive gateway  completed  took いいえ
  C110  user task          created    for iom.operator, due 2026-07-14 23:59

> show alerts of MNT-R08-00001
  alerts  variable  is  [{"incidentNo":"INC-R08-00001","title":"tax-web01: Web service is not responding","at":"2026-07-13T18:00:00+09:00"},{"incidentNo":"INC-R08-00002","title":"tax-web02: Web service is not responding","at":"2026-07-13T18:02:00+09:00"}]

# One has recovered; the other is looked into.
> wait until 2026-07-13 20:30
  T15              intermediate catch event  completed
  T15              intermediate catch event  completed
  A11              service task              completed
  G12              exclusive gateway         completed  took 復旧した
  End_Maintenance  end event                 completed
  incident         process                   completed
  A11              service task              completed
  G12              exclusive gateway         completed  took いいえ
  A30              business rule task        completed
  G30              exclusive gateway         completed  took 統合運用
  A37              business rule task        completed
  A38              business rule task        completed
  G38              exclusive gateway         completed  took いいえ（P1・P2）
  A39              send task                 completed
  A40              user task                 created    for iom.operator, due 2026-07-13 21:30
  A40_Warn         timer                     waits      until 2026-07-13 21:00
  A40_Late         timer                     waits      until 2026-07-13 21:30
  ML-a-oncall      mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp: [INC-R08-00002] 【緊急】時間外の障害: tax-web02: Web service is not responding

> show relatedCase occurrences of INC-R08-00001
  relatedCase  variable  is  "MNT-R08-00001"
  occurrences  variable  is  2
