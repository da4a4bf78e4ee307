# Approval scenario 13: who is second in rank decides only while the first is away, too; who was away reads it afterwards.
process  line.bpmn
with     ../../../processes/later-inspection
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

> away kacho {"during": "P2D"}

> complete manager by sekinin {"outcome": "approved"}
  refused  forbidden    This user task may only be completed by its assignee or, without one, by its candidates, by who stands in for them, or by whose authorizations say so.

> away kakaricho {"during": "P1D"}

> complete manager by sekinin {"outcome": "approved"}
  Start_ActingDecision  message            correlated  approval.later-inspection
  manager               decision           approved    by sekinin as acting_decision for kacho, round 1
  manager               user task          completed
  how                   exclusive gateway  completed   took 承認
  approved              end event          completed
  line                  process            completed
  later-inspection      process            activated
  Start_ActingDecision  start event        completed
  L10                   user task          created     for kacho, due 2026-08-05 23:59
  L10_Late              timer              waits       until 2026-08-06 09:00
