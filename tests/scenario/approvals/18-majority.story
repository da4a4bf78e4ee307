# Approval scenario 18: a majority stops early both ways; a tie is a no; the chair breaks it.
process  agreement.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start agreement by zeimu {"applicant": "zeimu", "rule": "majority", "chair": "", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed      by kakaricho as self, round 1
  agree    user task            completed
  agree    user task            terminated
  anybody  exclusive gateway    completed   took 決裁へ
  manager  user task            created     for ward_is.manager
  agree    multi instance body  completed

> cancel agreement
  manager    user task  terminated
  agreement  process    terminated

> start agreement by zeimu {"applicant": "zeimu", "rule": "majority", "chair": "", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager

> complete agree by joho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree      decision             disagreed   by kakaricho as self, round 1
  agree      user task            completed
  agree      user task            terminated
  anybody    exclusive gateway    completed   took 却下
  rejected   end event            completed
  agree      multi instance body  completed
  agreement  process              completed

> start agreement by zeimu {"applicant": "zeimu", "rule": "majority", "chair": "", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "disagreed", "opinion": ""}
  agree      decision             disagreed  by tanto as self, round 1
  agree      user task            completed
  anybody    exclusive gateway    completed  took 却下
  rejected   end event            completed
  agree      multi instance body  completed
  agreement  process              completed

> start agreement by zeimu {"applicant": "zeimu", "rule": "majority", "chair": "ward_is.staff", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "disagreed", "opinion": ""}
  agree    decision             disagreed  by tanto as self, round 1
  agree    user task            completed
  anybody  exclusive gateway    completed  took 決裁へ
  manager  user task            created    for ward_is.manager
  agree    multi instance body  completed
