# Workflow pattern 19, Cancel Task: a task that runs is withdrawn, what follows goes another way.
process  19-cancel-task.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancel-task {"case": "A-1"}
  cancel-task  process       activated
  begin        start event   completed
  work         service task  activated  job work
  stop         message       awaited    halt, key A-1

> publish halt key A-1
  stop         message         correlated  halt
  work         service task    terminated
  stop         boundary event  completed
  withdrawn    end event       completed
  cancel-task  process         completed
