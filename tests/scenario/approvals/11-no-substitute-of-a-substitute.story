# Approval scenario 11: A is away for B, B for C: C has none of the tasks of A.
process  line.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start line by zeimu {"applicant": "zeimu"}
  line   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> away joho {"during": "PT8H", "substitutes": ["tanto"]}

> away tanto {"during": "PT8H", "substitutes": ["tanto2"]}

> complete clerk by tanto2 {"outcome": "approved"}
  refused  forbidden    This user task may only be completed by its assignee or, without one, by its candidates, by who stands in for them, or by whose authorizations say so.

> complete clerk by tanto {"outcome": "approved"}
  clerk  decision   approved   by tanto as substitute for joho, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief
