# BPMN 2.0.2, 10.5.6: an escalation may be heard without ending what raised it, or end it.
process  escalation.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start escalation
  escalation   process                   activated
  begin        start event               completed
  inside       sub process               activated
  inner-begin  start event               completed
  tell         intermediate throw event  completed
  late         boundary event            completed
  go-on        user task                 created    for clerks
  chief        user task                 created    for clerks

> complete go-on
  go-on    user task       completed
  give-up  end event       terminated
  lost     boundary event  completed
  manager  user task       created     for clerks
  inside   sub process     terminated

> complete chief
  chief  user task  completed
  told   end event  completed

> complete manager
  manager     user task  completed
  taken-over  end event  completed
  escalation  process    completed
