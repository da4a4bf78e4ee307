# The frozen periods of the table, asked from outside: the change of year, tax statements, elections, a department's month end; and nothing at all.
process  .
clock    2026-04-02 10:00 Asia/Tokyo

# Over the change of the year; the month ends in it as well, which matters to a department only.
> start work-calendar
>     {"askNo": "INF-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": "2027-03-24T20:00:00+09:00", "askUntil": "2027-03-25T01:00:00+09:00",
>      "askSystems": ["SYS-13"], "askDepartments": [], "askLate": false, "askLateWords": "期限後"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  [{"level":"manager","finding":"凍結期間: 年度切替"}]

> start work-calendar
>     {"askNo": "INF-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": "2027-03-27T20:00:00+09:00", "askUntil": "2027-04-08T01:00:00+09:00",
>      "askSystems": ["SYS-13"], "askDepartments": ["収納対策課"], "askLate": true, "askLateWords": "5営業日前を過ぎた申請"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  [{"level":"manager","finding":"凍結期間: 年度切替"},{"level":"manager","finding":"凍結期間: 主管課の月末処理"},{"level":"late","finding":"5営業日前を過ぎた申請"}]

# The day before, and the first day, of the tax statements.
> start work-calendar
>     {"askNo": "INF-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": "2026-05-31T20:00:00+09:00", "askUntil": "2026-05-31T23:00:00+09:00",
>      "askSystems": ["SYS-13"], "askDepartments": [], "askLate": false, "askLateWords": "期限後"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  []

> start work-calendar
>     {"askNo": "INF-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": "2026-05-31T20:00:00+09:00", "askUntil": "2026-06-01T02:00:00+09:00",
>      "askSystems": ["SYS-13"], "askDepartments": [], "askLate": false, "askLateWords": "期限後"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  [{"level":"manager","finding":"凍結期間: 税の通知の発送"}]

> start work-calendar
>     {"askNo": "INF-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": "2028-07-01T20:00:00+09:00", "askUntil": "2028-07-01T22:00:00+09:00",
>      "askSystems": ["SYS-47"], "askDepartments": [], "askLate": false, "askLateWords": "期限後"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  [{"level":"manager","finding":"凍結期間: 参議院議員選挙"}]

# A mail says no times yet.
> start work-calendar
>     {"askNo": "PRD-R08-00001", "askLinked": [], "askKinds": ["MNT"], "askFrom": null, "askUntil": null, "askSystems": [], "askDepartments": [], "askLate": null,
>      "askLateWords": "期限後"}
  work-calendar  process             activated
  Start_Called   start event         completed
  W10            service task        completed
  W20            script task         completed
  W30            business rule task  completed
  End_Answered   end event           completed
  work-calendar  process             completed

> show collisions
  collisions  variable  is  []
