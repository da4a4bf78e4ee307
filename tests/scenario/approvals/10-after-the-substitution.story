# Approval scenario 10: a substitute who sends one second after the period is refused.
process  line.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start line by zeimu {"applicant": "zeimu"}
  line   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> away joho {"during": "PT1H", "substitutes": ["tanto"]}

> wait PT59M

> complete clerk by tanto {"outcome": "approved"}
  clerk  decision   approved   by tanto as substitute for joho, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision   approved   by kakaricho as self, round 1
  chief    user task  completed
  manager  user task  created    for ward_is.manager

> start line by zeimu {"applicant": "zeimu"}
  line   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> wait PT1M

> complete clerk by tanto {"outcome": "approved"}
  refused  forbidden    This user task may only be completed by its assignee or, without one, by its candidates, by who stands in for them, or by whose authorizations say so. A substitution ended 2026-08-03.

> complete clerk by joho {"outcome": "approved"}
  clerk  decision   approved   by joho as self, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief
