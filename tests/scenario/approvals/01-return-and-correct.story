# Approval scenario 1: returned to the applicant, corrected, approved: two rounds, one voids what the other had.
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

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision   approved   by kakaricho as self, round 1
  chief    user task  completed
  manager  user task  created    for ward_is.manager

> complete manager by kacho {"outcome": "returned", "reason": "金額の根拠がない"}
  manager  decision           returned   by kacho as self, round 1, voids clerk, chief
  manager  user task          completed
  how      exclusive gateway  completed  took 差戻し
  fix      user task          created    for zeimu

> complete fix by zeimu {"outcome": "submitted"}
  fix    decision   submitted  by zeimu as self, round 2
  fix    user task  completed
  clerk  user task  created    for ward_is.staff

> complete clerk by joho {"outcome": "approved"}
  clerk  decision   approved   by joho as self, round 2
  clerk  user task  completed
  chief  user task  created    for ward_is.chief

> complete chief by kakaricho {"outcome": "approved"}
  chief    decision   approved   by kakaricho as self, round 2
  chief    user task  completed
  manager  user task  created    for ward_is.manager

> complete manager by kacho {"outcome": "approved"}
  manager   decision           approved   by kacho as self, round 2
  manager   user task          completed
  how       exclusive gateway  completed  took 承認
  approved  end event          completed
  line      process            completed
