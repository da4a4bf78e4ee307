# The vendor says during the repair that it isn't theirs; then the desk, and after it the department, can't confirm the recovery.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-06 10:00 Asia/Tokyo

> publish incident-report key m-1
>     {"title": "税務の画面が出ない", "symptom": "白い画面", "origin": "ward_dept", "systems": ["SYS-46"], "messageId": "m-1", "replyAllowed": true,
>      "receivedAt": "2026-04-06T10:00:00+09:00", "requester": {"name": "伊藤 明", "party": "ward_dept/税務課", "mail": "ito.akira@ward.example.jp"}}
  Start_Report   message             correlated  incident-report
  incident       process             activated   as INC-R08-00001
  Start_Report   start event         completed
  A10            script task         completed
  A20_Start      message             awaited     alert, key -
  A25_Start      message             awaited     alert-recovered, key -
  A160_Start     message             awaited     withdraw, key INC-R08-00001
  A12            send task           completed
  G11            exclusive gateway   completed   took いいえ
  A30            business rule task  completed
  G30            exclusive gateway   completed   took 統合運用
  A37            business rule task  completed
  A38            business rule task  completed
  G38            exclusive gateway   completed   took はい
  A40            user task           created     for iom.operator, due 2026-04-06 14:00
  A40_Warn       timer               waits       until 2026-04-06 12:00
  A40_Late       timer               waits       until 2026-04-06 14:00
  ML-a-received  mail                written     to ito.akira@ward.example.jp: [INC-R08-00001] 受付しました: 税務の画面が出ない

# Nobody knows whose it is: the desk calls all who may be concerned.
> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "medium", "businessImpact": true, "personalData": "no", "suspectedParty": null}
  A40  user task           completed
  A45  business rule task  completed
  G50  exclusive gateway   completed  took いいえ
  A46  business rule task  completed
  G60  inclusive gateway   completed  took 担当未定
  A69  user task           created    for iom.leader

> complete A69 {"suspectedParty": "joint_asp/SYS-46", "comment": "四社で話し、税務システムから調べる"}
  A69               user task           completed
  A46               business rule task  completed
  G60               inclusive gateway   completed  took 担当, 業務影響
  A60               send task           completed
  A62               user task           created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader, due 2026-04-06 10:30
  A62_Late          timer               waits      until 2026-04-06 10:30
  ML-a-handover     mail                written    to hayashi@tax-asp.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 対応をお願いします: 税務の画面が出ない
  A65               send task           completed
  ML-a-ward_notice  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to mori@helpdesk.example.jp: [INC-R08-00001] 障害発生のお知らせ: 税務の画面が出ない

> complete A62 {"outcome": "acknowledged"}
  A62       user task          completed
  G67       inclusive gateway  completed
  G68       exclusive gateway  completed  took はい
  G70       exclusive gateway  completed  took いいえ
  A80       user task          created    for joint_asp/SYS-46.staff, joint_asp/SYS-46.leader
  A80_Tick  timer              waits      until 2026-04-06 12:00

> complete A80 {"outcome": "not_ours", "statement": "通信が届いていない", "repairLog": "アプリは動いている"}
  A80           user task                 completed
  G81           exclusive gateway         completed  took 担当ではない
  A68           script task               completed
  G69           exclusive gateway         completed  took いいえ
  Throw_Bounce  intermediate throw event  completed
  Link_Triage   intermediate catch event  completed
  A38           business rule task        completed
  G38           exclusive gateway         completed  took はい
  A40           user task                 created    for iom.operator, due 2026-04-06 14:00
  A40_Warn      timer                     waits      until 2026-04-06 12:00
  A40_Late      timer                     waits      until 2026-04-06 14:00

> complete A40
>     {"outcome": "confirmed", "impact": 2, "urgency": "medium", "businessImpact": true, "personalData": "no", "suspectedParty": "network"}
  A40               user task           completed
  A45               business rule task  completed
  G50               exclusive gateway   completed  took いいえ
  A46               business rule task  completed
  G60               inclusive gateway   completed  took 担当, 業務影響
  A60               send task           completed
  A62               user task           created    for network.staff, network.leader, due 2026-04-06 10:30
  A62_Late          timer               waits      until 2026-04-06 10:30
  ML-a-handover     mail                written    to inoue@network.example.jp; copy to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [INC-R08-00001] 対応をお願いします: 税務の画面が出ない
  A65               send task           completed
  ML-a-ward_notice  mail                written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp; copy to mori@helpdesk.example.jp: [INC-R08-00001] 障害発生のお知らせ: 税務の画面が出ない

> complete A62 {"outcome": "acknowledged"}
  A62       user task          completed
  G67       inclusive gateway  completed
  G68       exclusive gateway  completed  took はい
  G70       exclusive gateway  completed  took いいえ
  A80       user task          created    for network.staff, network.leader
  A80_Tick  timer              waits      until 2026-04-06 12:00

> complete A80 {"outcome": "recovered", "repairLog": "経路を直した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "not_recovered"}
  A90       user task          completed
  G91       exclusive gateway  completed  took いいえ
  A80       user task          created    for network.staff, network.leader
  A80_Tick  timer              waits      until 2026-04-06 12:00

> complete A80 {"outcome": "recovered", "repairLog": "もう一台の経路も直した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-04-06T11:00:00+09:00", "recoveryProof": "画面が出た"}
  A90  user task          completed
  G91  exclusive gateway  completed  took はい（P1・P2）
  A92  user task          created    for ward_dept/税務課.staff

> complete A92 {"outcome": "not_recovered"}
  A92       user task          completed
  G93       exclusive gateway  completed  took いいえ
  A80       user task          created    for network.staff, network.leader
  A80_Tick  timer              waits      until 2026-04-06 12:00

> complete A80 {"outcome": "recovered", "repairLog": "古い経路を消した"}
  A80  user task          completed
  G81  exclusive gateway  completed  took はい
  A90  user task          created    for iom.operator

> complete A90 {"outcome": "confirmed", "recoveredAt": "2026-04-06T11:30:00+09:00", "recoveryProof": "画面が出た"}
  A90  user task          completed
  G91  exclusive gateway  completed  took はい（P1・P2）
  A92  user task          created    for ward_dept/税務課.staff

> complete A92 {"outcome": "confirmed", "recoveryConfirmedBy": "伊藤"}
  A92             user task          completed
  G93             exclusive gateway  completed  took はい
  A100            send task          completed
  A102            user task          created    for iom.operator
  A102_Over       timer              waits      until 2026-04-06 11:00
  ML-a-recovered  mail               written    to ito.akira@ward.example.jp, inoue@network.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kobayashi.megumi@ward.example.jp, mori@helpdesk.example.jp: [INC-R08-00001] 復旧のお知らせ: 税務の画面が出ない
