# Approval scenario 4: a return to a sibling branch is refused, nothing changes.
process  fork.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start fork by zeimu
  fork   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk  decision          approved   by joho as self, round 1
  clerk  user task         completed
  split  parallel gateway  completed
  chief  user task         created    for ward_is.chief
  desk   user task         created    for iom.operator

> complete desk by tanto {"outcome": "approved"}
  desk  decision   approved   by tanto as self, round 1
  desk  user task  completed

> return chief desk by kakaricho {"reason": "もう一度"}
  refused  invalid state    Command 'RETURN' rejected with code 'INVALID_STATE': Expected to return user task with key '#' to 'desk', but RETURN_TARGET_NOT_ON_PATH: 'desk' is not on the path by which 'chief' was reached. Choose a step before the fork, or ask that person anew.

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision          approved   by kakaricho as self, round 1
  chief    user task         completed
  join     parallel gateway  completed
  manager  user task         created    for ward_is.manager
