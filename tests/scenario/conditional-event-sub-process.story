# From the outside inward: the event sub-process interrupts before the task's own boundary event is asked.
process  conditional-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional-event-sub-process
  conditional-event-sub-process  process      activated
  begin                          start event  completed
  work                           user task    created    for clerks

> set {"stop": true}
  work      user task          terminated
  stopping  event sub process  activated
  stop-all  start event        completed
  tidy      user task          created     for clerks

> complete tidy
  tidy                           user task          completed
  tidied                         end event          completed
  stopping                       event sub process  completed
  conditional-event-sub-process  process            completed
