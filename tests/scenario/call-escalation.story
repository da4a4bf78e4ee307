# An escalation of a called process is heard by the caller without interrupting it; the called one goes on.
process  call-escalation.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-escalation
  call-escalation  process        activated
  begin            start event    completed
  called           call activity  activated
  slow             process        activated
  slow-begin       start event    completed
  check            user task      created    for clerks

> complete check
  heard   boundary event            completed
  hurry   user task                 created    for clerks
  check   user task                 completed
  late    intermediate throw event  completed
  finish  user task                 created    for clerks

> complete hurry
  hurry    user task  completed
  hurried  end event  completed

> complete finish
  finish           user task      completed
  slow-done        end event      completed
  slow             process        completed
  called           call activity  completed
  done             end event      completed
  call-escalation  process        completed
