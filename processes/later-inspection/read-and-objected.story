# Decided for the manager during the long holidays: read on the first business day after them, once objected to.
process  .
people   ../demo/users.json
clock    2026-05-01 15:00 Asia/Tokyo

> publish approval.later-inspection key 1
>     {"decisionKey": "1", "caseNo": "INF-R08-00001", "step": "B60 承認する", "outcome": "approved", "reason": "",
>      "decider": "kacho", "deciderName": "山田 太郎", "deputy": "kakaricho", "deputyName": "高橋 進",
>      "applicant": "zeimu", "decidedAt": "2026-05-01T06:00:00.000Z",
>      "backAt": "2026-05-02T15:00:00.000Z"}
  Start_ActingDecision  message      correlated  approval.later-inspection
  later-inspection      process      activated
  Start_ActingDecision  start event  completed
  L10                   user task    created     for kacho, due 2026-05-07 23:59
  L10_Late              timer        waits       until 2026-05-08 09:00

> wait until 2026-05-08 09:00
  L10_Late           boundary event  completed
  L12                send task       completed
  L12_End            end event       completed
  ML-later-reminder  mail            written    to yamada.taro@ward.example.jp: [INF-R08-00001] 後閲をお願いします: B60 承認する

> complete L10 {"outcome": "reviewed"}
  L10               user task          completed
  G15               exclusive gateway  completed  took いいえ
  End_Reviewed      end event          completed
  later-inspection  process            completed

> publish approval.later-inspection key 2
>     {"decisionKey": "2", "caseNo": "INF-R08-00002", "step": "B60 承認する", "outcome": "approved", "reason": "急ぎ",
>      "decider": "kacho", "deciderName": "山田 太郎", "deputy": "kakaricho", "deputyName": "高橋 進",
>      "applicant": "", "decidedAt": "2026-05-08T00:00:00.000Z",
>      "backAt": "2026-05-08T00:00:00.000Z"}
  Start_ActingDecision  message      correlated  approval.later-inspection
  later-inspection      process      activated
  Start_ActingDecision  start event  completed
  L10                   user task    created     for kacho, due 2026-05-08 23:59
  L10_Late              timer        waits       until 2026-05-11 09:00

> complete L10 {"outcome": "objected", "opinion": "作業時間の根拠がない"}
  L10                 user task          completed
  G15                 exclusive gateway  completed  took はい
  L20                 send task          completed
  End_Objected        end event          completed
  later-inspection    process            completed
  ML-later-objection  mail               written    to takahashi.susumu@ward.example.jp; copy to yamada.taro@ward.example.jp: [INF-R08-00002] 後閲で異議がありました: B60 承認する
