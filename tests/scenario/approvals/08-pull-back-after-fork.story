# Approval scenario 8: a pull-back after a fork is refused once one branch has decided.
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

> pull-back by joho
  clerk  decision   pulled_back  by joho as self, round 1, voids clerk
  chief  user task  terminated
  desk   user task  terminated
  clerk  user task  created      for ward_is.staff, joho

> complete clerk by joho {"outcome": "approved"}
  clerk  decision          approved   by joho as self, round 1
  clerk  user task         completed
  split  parallel gateway  completed
  chief  user task         created    for ward_is.chief
  desk   user task         created    for iom.operator

> complete desk by tanto {"outcome": "approved"}
  desk  decision   approved   by tanto as self, round 1
  desk  user task  completed

> pull-back by joho
  refused  invalid state    Command 'PULL_BACK' rejected with code 'INVALID_STATE': Expected to pull back in process instance with key '#', but '運用承認' was completed by 'tanto' 2026-08-03T01:00:00.000Z.

> pull-back by tanto
  desk  decision   pulled_back  by tanto as self, round 1, voids desk
  desk  user task  created      for iom.operator, tanto

> complete desk by tanto {"outcome": "approved"}
  desk  decision   approved   by tanto as self, round 1
  desk  user task  completed

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision          approved   by kakaricho as self, round 1
  chief    user task         completed
  join     parallel gateway  completed
  manager  user task         created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager   decision   approved   by kacho as self, round 1
  manager   user task  completed
  approved  end event  completed
  fork      process    completed
