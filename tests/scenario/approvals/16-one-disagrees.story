# Approval scenario 16: five are asked, one disagrees: by the rules D1 to D5.
process  agreement.bpmn
with     partial.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start agreement by zeimu {"applicant": "zeimu", "rule": "D1", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator", "infra.staff"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator
  agree      user task            created    for infra.staff

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree      decision             disagreed   by kakaricho as self, round 1
  agree      user task            completed
  agree      user task            terminated
  agree      user task            terminated
  agree      user task            terminated
  anybody    exclusive gateway    completed   took 却下
  rejected   end event            completed
  agree      multi instance body  completed
  agreement  process              completed

> start agreement by zeimu {"applicant": "zeimu", "rule": "D2", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator", "infra.staff"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator
  agree      user task            created    for infra.staff

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by tanto as self, round 1
  agree  user task  completed

> complete agree by infra {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed     by infra as self, round 1
  agree    user task            completed
  anybody  exclusive gateway    completed  took 差戻し
  fix      user task            created    for zeimu
  agree    multi instance body  completed

> complete fix by zeimu {"outcome": "submitted"}
  fix    decision             submitted  by zeimu as self, round 2
  fix    user task            completed
  agree  multi instance body  activated
  agree  user task            created    for ward_is.staff
  agree  user task            created    for ward_is.chief
  agree  user task            created    for ward_is.manager
  agree  user task            created    for iom.operator
  agree  user task            created    for infra.staff

> cancel agreement
  agree      user task            terminated
  agree      user task            terminated
  agree      user task            terminated
  agree      user task            terminated
  agree      user task            terminated
  agree      multi instance body  terminated
  agreement  process              terminated

> start agreement by zeimu {"applicant": "zeimu", "rule": "D3", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator", "infra.staff"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator
  agree      user task            created    for infra.staff

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by tanto as self, round 1
  agree  user task  completed

> complete agree by infra {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed     by infra as self, round 1
  agree    user task            completed
  anybody  exclusive gateway    completed  took 決裁へ
  manager  user task            created    for ward_is.manager
  agree    multi instance body  completed

> show agreements
  agreements  variable  is  [{"member":"ward_is.staff","outcome":"agreed","opinion":""},{"member":"ward_is.chief","outcome":"disagreed","opinion":""},{"member":"ward_is.manager","outcome":"agreed","opinion":""},{"member":"iom.operator","outcome":"agreed","opinion":""},{"member":"infra.staff","outcome":"agreed","opinion":""}]

> complete manager by kacho {"outcome": "approved"}
  manager    decision   approved   by kacho as self, round 1
  manager    user task  completed
  approved   end event  completed
  agreement  process    completed

> start agreement by zeimu {"applicant": "zeimu", "rule": "D5", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator", "infra.staff"]}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      user task            created    for ward_is.staff
  agree      user task            created    for ward_is.chief
  agree      user task            created    for ward_is.manager
  agree      user task            created    for iom.operator
  agree      user task            created    for infra.staff

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by tanto as self, round 1
  agree  user task  completed

> complete agree by infra {"outcome": "agreed", "opinion": ""}
  agree      decision             agreed     by infra as self, round 1
  agree      user task            completed
  anybody    exclusive gateway    completed  took 裁定
  arbitrate  user task            created    for iom.leader
  agree      multi instance body  completed

> complete arbitrate by sekinin {"outcome": "approved"}
  arbitrate  decision   approved   by sekinin as self, round 1
  arbitrate  user task  completed
  manager    user task  created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager    decision   approved   by kacho as self, round 1
  manager    user task  completed
  approved   end event  completed
  agreement  process    completed

> start partial by zeimu {"applicant": "zeimu", "rule": "D4", "members": ["ward_is.staff", "ward_is.chief", "ward_is.manager", "iom.operator", "infra.staff"]}
  partial  process              activated
  filed    start event          completed
  agree    multi instance body  activated
  agree    user task            created    for ward_is.staff
  agree    user task            created    for ward_is.chief
  agree    user task            created    for ward_is.manager
  agree    user task            created    for iom.operator
  agree    user task            created    for infra.staff

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by joho as self, round 1
  agree  user task  completed

> complete agree by kakaricho {"outcome": "disagreed", "opinion": ""}
  agree  decision   disagreed  by kakaricho as self, round 1
  agree  user task  completed

> complete agree by kacho {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by kacho as self, round 1
  agree  user task  completed

> complete agree by tanto {"outcome": "agreed", "opinion": ""}
  agree  decision   agreed     by tanto as self, round 1
  agree  user task  completed

> complete agree by infra {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed     by infra as self, round 1
  agree    user task            completed
  anybody  exclusive gateway    completed  took 差戻し
  fix      user task            created    for zeimu
  agree    multi instance body  completed

> complete fix by zeimu {"outcome": "submitted"}
  fix    decision             submitted  by zeimu as self, round 2
  fix    user task            completed
  agree  multi instance body  activated
  agree  user task            created    for ward_is.chief

> complete agree by kakaricho {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed     by kakaricho as self, round 2
  agree    user task            completed
  anybody  exclusive gateway    completed  took 決裁へ
  manager  user task            created    for ward_is.manager
  agree    multi instance body  completed

> show agreements
  agreements  variable  is  [{"member":"ward_is.staff","outcome":"agreed","opinion":""},{"member":"ward_is.chief","outcome":"agreed","opinion":""},{"member":"ward_is.manager","outcome":"agreed","opinion":""},{"member":"iom.operator","outcome":"agreed","opinion":""},{"member":"infra.staff","outcome":"agreed","opinion":""}]

> complete manager by kacho {"outcome": "approved"}
  manager   decision   approved   by kacho as self, round 2
  manager   user task  completed
  approved  end event  completed
  partial   process    completed
