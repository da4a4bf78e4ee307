# Approval scenario 14: an objection on reading it afterwards leaves the decision as it is and tells the deputy and the applicant.
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

> complete manager by kakaricho {"outcome": "approved"}
  Start_ActingDecision  message            correlated  approval.later-inspection
  manager               decision           approved    by kakaricho as acting_decision for kacho, round 1
  manager               user task          completed
  how                   exclusive gateway  completed   took 承認
  approved              end event          completed
  line                  process            completed
  later-inspection      process            activated
  Start_ActingDecision  start event        completed
  L10                   user task          created     for kacho, due 2026-08-05 23:59
  L10_Late              timer              waits       until 2026-08-06 09:00

> complete L10 by kacho {"outcome": "objected", "opinion": "根拠がない"}
  L10                 decision           objected   by kacho as self, round 1
  L10                 user task          completed
  G15                 exclusive gateway  completed  took はい
  L20                 send task          completed
  End_Objected        end event          completed
  later-inspection    process            completed
  ML-later-objection  mail               written    to takahashi.susumu@ward.example.jp, ito.akira@ward.example.jp; copy to yamada.taro@ward.example.jp: [] 後閲で異議がありました: 課長決裁
