# An escalation that nobody catches is no fault: the process goes on.
process  escalation-unheard.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start escalation-unheard
  escalation-unheard  process                   activated
  begin               start event               completed
  tell                intermediate throw event  completed
  done                end event                 completed
  escalation-unheard  process                   completed
