# Approval scenario 27: who typed an application in for another, and the applicant, decide nothing in it.
process  line.bpmn
with     ../../../processes/later-inspection
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start line by admin for zeimu {"evidence": "電話 9:05、受電簿 12"}
  Start_ActingDecision  message      correlated  approval.later-inspection
  filed                 decision     submitted   by admin as proxy_entry for zeimu, round 1
  line                  process      activated
  filed                 start event  completed
  clerk                 user task    created     for ward_is.staff
  later-inspection      process      activated
  Start_ActingDecision  start event  completed
  L10                   user task    created     for zeimu, due 2026-08-03 23:59
  L10_Late              timer        waits       until 2026-08-04 09:00

> complete clerk by admin {"outcome": "approved"}
  refused  forbidden    'admin' filed this for 'zeimu' and may not decide on it ('approval.selfApproval' of 'clerk').

> complete clerk by joho {"outcome": "approved"}
  clerk  decision   approved   by joho as self, round 1
  clerk  user task  completed
  chief  user task  created    for ward_is.chief

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
