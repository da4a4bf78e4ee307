# An event sub-process catches what its scope does not, and ends the rest of it.
process  error-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start error-event-sub-process
  error-event-sub-process  process      activated
  begin                    start event  completed
  sign                     user task    created    for clerks

> complete sign
  sign  user task     completed
  send  service task  activated  job send

> throw send refused
  send     service task       terminated
  repair   event sub process  activated
  refused  start event        completed
  look     user task          created      for clerks
  send     job                threw error  refused

> complete look
  look                     user task          completed
  repaired                 end event          completed
  repair                   event sub process  completed
  error-event-sub-process  process            completed
