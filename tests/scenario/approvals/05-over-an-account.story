# Approval scenario 5: a return over an account that was created undoes it first; where that fails, nothing moves.
process  account.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start account by zeimu
  account  process      activated
  filed    start event  completed
  clerk    user task    created    for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk   decision      approved   by joho as self, round 1
  clerk   user task     completed
  create  service task  activated  job create

> work create
  create   service task  completed
  manager  user task     created    for ward_is.manager

> return manager clerk by kacho {"reason": "対象者が違う"}
  manager  decision      returned   by kacho as self, round 1, voids clerk
  delete   service task  activated  job delete

> fail delete 0
  delete  job       failed  retries: 0
  delete  incident  raised  JOB_NO_RETRIES: the worker said no

> complete manager by kacho {"outcome": "approved"}
  refused  invalid state    The user task with key '#' returns to 'clerk' as soon as what lies on the way has been undone.

> resolve delete
  delete  job       gets      retries: 1
  delete  incident  resolved

> work delete
  manager  user task     terminated
  delete   service task  completed
  clerk    user task     created     for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk   decision      approved   by joho as self, round 1
  clerk   user task     completed
  create  service task  activated  job create

> work create
  create   service task  completed
  manager  user task     created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager   decision   approved   by kacho as self, round 1
  manager   user task  completed
  approved  end event  completed
  account   process    completed
