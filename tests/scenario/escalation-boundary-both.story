# Thrown twice inside: the first escalation is heard beside, the second ends the sub-process.
process  escalation-boundary-both.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start escalation-boundary-both
  escalation-boundary-both  process      activated
  begin                     start event  completed
  inside                    sub process  activated
  inner-begin               start event  completed
  first                     user task    created    for clerks

> complete first
  first   user task                 completed
  late    intermediate throw event  completed
  heard   boundary event            completed
  second  user task                 created    for clerks
  hurry   user task                 created    for clerks

> complete second
  second    user task       completed
  too-late  end event       terminated
  ended     boundary event  completed
  given-up  end event       completed
  inside    sub process     terminated

> complete hurry
  hurry                     user task  completed
  hurried                   end event  completed
  escalation-boundary-both  process    completed
