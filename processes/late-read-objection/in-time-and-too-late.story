# The objection's mail came on the last day, but it was read after the period had ended: the time it came counts. Another came a minute too late.
process  .
with     ../minutes
people   ../demo/users.json
clock    2026-04-28 10:00 Asia/Tokyo

> start minutes
>     {"title": "4月定例会", "heldOn": "2026-04-28", "meetingKind": "regular", "place": "本庁舎", "participants": "関係者", "agenda": "運用の状況"}
  minutes     process      activated  as MIN-R08-00001
  Start_Form  start event  completed
  H10         script task  completed
  H20         user task    created    for iom.operator, iom.leader, due 2026-05-11 23:59
  H20_Remind  timer        waits      until 2026-05-08 09:00
  H90_Start   message      awaited    withdraw, key MIN-R08-00001
  H95_Start   message      awaited    objection-in-time, key MIN-R08-00001

> complete H20 {"outcome": "submitted", "decisions": "次回まで続ける", "discussion": "状況を確かめた", "actions": [{"what": "表を直す", "who": "iom.operator", "until": "2026-05-29"}]}
  H20          user task            completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-05-11 23:59
  H30_Before   timer                waits      until 2026-05-08 09:00
  H30_Last     timer                waits      until 2026-05-11 09:00
  H30_Deemed   timer                waits      until 2026-05-12 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 議事録の点検をお願いします: 4月定例会

> wait until 2026-05-12 09:00
  at                    2026-05-08 09:00
  H30_Before            boundary event       completed
  H32                   send task            completed
  H32_End               end event            completed
  ML-h-review_last_day  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 次の営業日で承認とみなされます: 4月定例会
  at                    2026-05-11 09:00
  H30_Last              boundary event       completed
  H32                   send task            completed
  H32_End               end event            completed
  ML-h-review_last_day  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] 本日で承認とみなされます: 4月定例会
  at                    2026-05-12 00:00
  H30                   user task            terminated
  H30_Deemed            boundary event       completed
  H35                   send task            completed
  H50                   script task          completed
  ML-h-deemed           mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録は承認とみなされました: 4月定例会
  DOC-h-minutes         document             made        議事録 MIN-R08-00001 4月定例会.pdf
  H52                   service task         completed
  H55                   send task            completed
  H60                   multi instance body  activated
  H60                   user task            created     for iom.operator, due 2026-05-29 17:00
  ML-h-final            mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00001] 議事録が確定しました: 4月定例会

# A mail of the ward's came at 23:50 on 11 May, the last day, and is read on the 12th.
> start late-read-objection
>     {"minutesNo": "MIN-R08-00001", "mailArrivedAt": "2026-05-11T23:50:00+09:00", "objectionReason": "決定事項に期限がない", "requester": {"name": "田中 由美", "party": "ward_is"}}
  late-read-objection  process            activated  as OBJ-R08-00001
  Start_Form           start event        completed
  O10                  script task        completed
  O20                  service task       completed
  G30                  exclusive gateway  completed  took はい
  O40                  user task          created    for ward_is.chief, due 2026-05-13 23:59

> show minutes
  minutes  variable  is  {"caseNo":"MIN-R08-00001","kind":"MIN","process":"minutes","startedAt":"2026-04-28T01:00:00.000Z","endedAt":null,"isTerminated":false,"title":"4月定例会","heldOn":"2026-04-28","meetingKind":"regular","place":"本庁舎","participants":"関係者","agenda":"運用の状況","readers":[],"decisions":"次回まで続ける","discussion":"状況を確かめた","actions":[{"what":"表を直す","who":"iom.operator","until":"2026-05-29"}],"receivedOn":"2026-04-28","reviewLastDay":"2026-05-11","endsDeemed":true,"round":1}

> complete O40 by kakaricho {"outcome": "approved", "reason": "受信の記録で確かめた"}
  Start_Objected         message              correlated  minutes-objected
  H95_Start              message              correlated  objection-in-time
  O40                    decision             approved    by kakaricho as self, round 1
  H30                    decision             cancelled   by kakaricho as self, round 1, voids H30
  H60                    user task            terminated
  H95                    event sub process    activated
  H95_Start              start event          completed
  H60                    multi instance body  terminated
  O40                    user task            completed
  G40                    exclusive gateway    completed   took はい
  O50                    send task            completed
  O55                    send task            completed
  minutes                process              activated   as MIN-R08-00002
  Start_Objected         start event          completed
  H12                    script task          completed
  H90_Start              message              awaited     withdraw, key MIN-R08-00002
  H95_Start              message              awaited     objection-in-time, key MIN-R08-00002
  O60                    send task            completed
  End_Counts             end event            completed
  late-read-objection    process              completed
  ML-h-objection_counts  mail                 written     to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [OBJ-R08-00001] 【要対応】異議が有効です: MIN-R08-00001
  H33                    send task            completed
  H40                    user task            created     for iom.operator, iom.leader
  ML-h-objection         mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00002] 議事録への異議: 4月定例会
  H96                    send task            completed
  End_Objected           end event            completed
  H95                    event sub process    completed
  minutes                process              completed
  ML-h-superseded        mail                 written     to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00001] みなし承認は効力を失いました: 4月定例会

> show relatedCase round decisions objectionReason of MIN-R08-00002
  relatedCase      variable  is  "MIN-R08-00001"
  round            variable  is  1
  decisions        variable  is  "次回まで続ける"
  objectionReason  variable  is  "決定事項に期限がない"

> complete H40 {"outcome": "resubmitted", "decisions": "5月末まで続ける"}
  H40          user task            completed
  H42          script task          completed
  H22          script task          completed
  H24          send task            completed
  G24          parallel gateway     completed
  H30          user task            created    for ward_is.staff, ward_is.chief, due 2026-05-19 23:59
  H30_Before   timer                waits      until 2026-05-18 09:00
  H30_Last     timer                waits      until 2026-05-19 09:00
  H30_Deemed   timer                waits      until 2026-05-20 00:00
  H26          multi instance body  completed
  H26_Closed   end event            completed
  ML-h-review  mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [MIN-R08-00002] 議事録の点検をお願いします: 4月定例会

> show receivedOn reviewLastDay round of MIN-R08-00002
  receivedOn     variable  is  "2026-05-12"
  reviewLastDay  variable  is  "2026-05-19"
  round          variable  is  2

> complete H30 {"outcome": "approved"}
  H30            user task            completed
  G31            exclusive gateway    completed  took いいえ
  H50            script task          completed
  DOC-h-minutes  document             made       議事録 MIN-R08-00002 4月定例会.pdf
  H52            service task         completed
  H55            send task            completed
  H60            multi instance body  activated
  H60            user task            created    for iom.operator, due 2026-05-29 17:00
  ML-h-final     mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [MIN-R08-00002] 議事録が確定しました: 4月定例会

> start late-read-objection
>     {"minutesNo": "MIN-R08-00001", "mailArrivedAt": "2026-05-12T00:00:00+09:00", "objectionReason": "出席者が違う", "requester": {"name": "田中 由美", "party": "ward_is"}}
  late-read-objection      process            activated  as OBJ-R08-00002
  Start_Form               start event        completed
  O10                      script task        completed
  O20                      service task       completed
  G30                      exclusive gateway  completed  took いいえ
  O35                      send task          completed
  End_Late                 end event          completed
  late-read-objection      process            completed
  ML-h-objection_too_late  mail               written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp: [OBJ-R08-00002] 異議は期間の後です: MIN-R08-00001

> start late-read-objection
>     {"minutesNo": "MIN-R08-00001", "mailArrivedAt": "2026-05-11T12:00:00+09:00", "objectionReason": "おおむねよい", "requester": {"name": "田中 由美", "party": "ward_is"}}
  late-read-objection  process            activated  as OBJ-R08-00003
  Start_Form           start event        completed
  O10                  script task        completed
  O20                  service task       completed
  G30                  exclusive gateway  completed  took はい
  O40                  user task          created    for ward_is.chief, due 2026-05-13 23:59

> complete O40 by kakaricho {"outcome": "rejected", "rejectReason": "異議ではなく感想"}
  O40                  decision           rejected   by kakaricho as self, round 1
  O40                  user task          completed
  G40                  exclusive gateway  completed  took いいえ
  End_Rejected         end event          completed
  late-read-objection  process            completed
