# Approval scenario 2: a branch returns to before the fork while the other waits at the join; the join fires once.
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

> return chief clerk by kakaricho {"reason": "添付がない"}
  chief  decision   returned    by kakaricho as self, round 1, voids clerk, desk
  chief  user task  terminated
  clerk  user task  created     for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk  decision          approved   by joho as self, round 1
  clerk  user task         completed
  split  parallel gateway  completed
  chief  user task         created    for ward_is.chief
  desk   user task         created    for iom.operator

> complete chief by kakaricho {"outcome": "approved"}
  chief  decision   approved   by kakaricho as self, round 1
  chief  user task  completed

> complete desk by tanto {"outcome": "approved"}
  desk     decision          approved   by tanto as self, round 1
  desk     user task         completed
  join     parallel gateway  completed
  manager  user task         created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager   decision   approved   by kacho as self, round 1
  manager   user task  completed
  approved  end event  completed
  fork      process    completed
