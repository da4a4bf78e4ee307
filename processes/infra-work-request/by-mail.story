# A mail with the filled form: numbered and acknowledged; what it lacks is sent back, and filled in.
process  .
with     ../work-calendar
people   ../demo/users.json
clock    2026-04-02 10:00 Asia/Tokyo

> mail ../demo/request-infra-work.eml
  Start_Mail          message             correlated  request-infra-work
  infra-work-request  process             activated   as INF-R08-00001
  Start_Mail          start event         completed
  B10                 script task         completed
  B86_Start           message             awaited     linked-approved, key INF-R08-00001
  B82_Start           message             awaited     linked-refused, key INF-R08-00001
  B90_Start           message             awaited     withdraw, key INF-R08-00001
  B94_Start           message             awaited     work-stop, key INF-R08-00001
  INF-R08-00001       mail                taken       from yamaguchi@shuno.example.jp: 作業依頼: 収納バッチ用ディスクの増設
  B12                 send task           completed
  B13                 call activity       activated
  work-calendar       process             activated
  Start_Called        start event         completed
  ML-b-received       mail                written     to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を受け付けました: 作業依頼: 収納バッチ用ディスクの増設
  W10                 service task        completed
  W20                 script task         completed
  W30                 business rule task  completed
  End_Answered        end event           completed
  work-calendar       process             completed
  B13                 call activity       completed
  G13                 exclusive gateway   completed   took いいえ
  B20                 user task           created     for iom.operator, due 2026-04-03 23:59

> show title requester environment outage
  title        variable  is  "作業依頼: 収納バッチ用ディスクの増設"
  requester    variable  is  {"name":"山口 亮","party":"nonstd/SYS-13","organisation":null,"mail":"yamaguchi@shuno.example.jp"}
  environment  variable  is  "production"
  outage       variable  is  "none"

> complete B20 {"outcome": "returned", "returnReason": "希望の日時と切り戻しの手順を書いてください"}
  B20            user task          completed
  G25            exclusive gateway  completed  took はい
  B17            send task          completed
  B15            user task          created    for nonstd/SYS-13.staff
  ML-b-returned  mail               written    to yamaguchi@shuno.example.jp: [INF-R08-00001] 申請を差し戻しました: 作業依頼: 収納バッチ用ディスクの増設

> complete B15
>     {"outcome": "resubmitted", "workType": "storage", "systems": ["SYS-13"], "reason": "残りが 10 % を切った",
>      "desiredFrom": "2026-04-15T18:00:00+09:00", "desiredTo": "2026-04-15T20:00:00+09:00", "procedure": "手順書 7",
>      "rollback": "増設前の構成に戻す", "verification": "容量を見る", "contactOnDay": "山口"}
  B15            user task           completed
  G15            exclusive gateway   completed  took はい
  B16            script task         completed
  B13            call activity       activated
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed
  B13            call activity       completed
  G13            exclusive gateway   completed  took いいえ
  B20            user task           created    for iom.operator, due 2026-04-03 23:59

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20               user task          completed
  G25               exclusive gateway  completed  took いいえ
  B26               send task          completed
  B28               user task          created    for infra.staff, infra.leader
  B28_Remind        timer              waits      until 2026-04-06 09:00
  ML-b-feasibility  mail               written    to nakamura@infra.example.jp, matsumoto@infra.example.jp: [INF-R08-00001] 実施可否の回答をお願いします: 作業依頼: 収納バッチ用ディスクの増設
