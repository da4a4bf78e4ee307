# Approval scenario 15: a superior takes it up over two steps; whose they were reads it afterwards.
process  line.bpmn
with     ../../../processes/later-inspection
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start line by zeimu {"applicant": "zeimu"}
  line   process      activated
  filed  start event  completed
  clerk  user task    created    for ward_is.staff

> take-up clerk by zeimukacho
  refused  forbidden    The user task with key '#' can't be taken up: no step that it can be taken up to is theirs to decide who asks for it. This user task may only be decided by its assignee or, without one, by its candidates, by who stands in for them, or by whose authorizations say so.

> take-up clerk by kacho {"reason": "至急"}
  clerk    decision   skipped     by kacho as taken_up for joho, round 1
  chief    decision   skipped     by kacho as taken_up for kakaricho, round 1
  clerk    user task  terminated
  manager  user task  created     for ward_is.manager, kacho

> complete manager by kacho {"outcome": "approved"}
  Start_ActingDecision  message            correlated  approval.later-inspection
  Start_ActingDecision  message            correlated  approval.later-inspection
  manager               decision           approved    by kacho as taken_up, round 1
  manager               user task          completed
  how                   exclusive gateway  completed   took 承認
  approved              end event          completed
  line                  process            completed
  later-inspection      process            activated
  Start_ActingDecision  start event        completed
  L10                   user task          created     for joho, due 2026-08-03 23:59
  L10_Late              timer              waits       until 2026-08-04 09:00
  later-inspection      process            activated
  Start_ActingDecision  start event        completed
  L10                   user task          created     for kakaricho, due 2026-08-03 23:59
  L10_Late              timer              waits       until 2026-08-04 09:00

> complete L10/1 by joho {"outcome": "reviewed"}
  L10               decision           reviewed   by joho as self, round 1
  L10               user task          completed
  G15               exclusive gateway  completed  took いいえ
  End_Reviewed      end event          completed
  later-inspection  process            completed

> complete L10/1 by kakaricho {"outcome": "reviewed"}
  L10               decision           reviewed   by kakaricho as self, round 1
  L10               user task          completed
  G15               exclusive gateway  completed  took いいえ
  End_Reviewed      end event          completed
  later-inspection  process            completed
