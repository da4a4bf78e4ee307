# Approval scenario 7: a pull-back and an approval of the next exclude each other, in both orders.
process  line.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start line by zeimu {"applicant": "zeimu"}
  line   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk  decision   approved   by joho as self, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief

> pull-back by joho {"reason": "金額を直す"}
  clerk  decision   pulled_back  by joho as self, round 1, voids clerk
  chief  user task  terminated
  clerk  user task  created      for ward_is.staff, joho

> complete chief by kakaricho {"outcome": "approved"}
  refused  not found    No user task waits at 'chief'.

> complete clerk by joho {"outcome": "approved"}
  clerk  decision   approved   by joho as self, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision   approved   by kakaricho as self, round 1
  chief    user task  completed
  manager  user task  created    for ward_is.manager

> pull-back by joho
  refused  invalid state    Command 'PULL_BACK' rejected with code 'INVALID_STATE': Expected to pull back in process instance with key '#', but '係長承認' was completed by 'kakaricho' 2026-08-03T01:00:00.000Z.

> pull-back by kakaricho
  chief    decision   pulled_back  by kakaricho as self, round 1, voids chief
  manager  user task  terminated
  chief    user task  created      for ward_is.chief, kakaricho

> pull-back by joho
  refused  invalid state    Command 'PULL_BACK' rejected with code 'INVALID_STATE': Expected to pull back in process instance with key '#', but '係長承認' was completed by 'kakaricho' 2026-08-03T01:00:00.000Z.

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision   approved   by kakaricho as self, round 1
  chief    user task  completed
  manager  user task  created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager   decision           approved   by kacho as self, round 1
  manager   user task          completed
  how       exclusive gateway  completed  took 承認
  approved  end event          completed
  line      process            completed
