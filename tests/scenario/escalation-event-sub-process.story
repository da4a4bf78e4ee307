# Caught inside the scope it is thrown in: beside it, and in its place.
process  escalation-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start escalation-event-sub-process
  escalation-event-sub-process  process      activated
  begin                         start event  completed
  first                         user task    created    for clerks

> complete first
  first     user task                 completed
  late      intermediate throw event  completed
  hurrying  event sub process         completed
  on-late   start event               completed
  second    user task                 created    for clerks
  hurried   end event                 completed

> complete second
  second     user task                 completed
  never      intermediate throw event  terminated
  giving-up  event sub process         activated
  on-never   start event               completed
  give-up    user task                 created     for clerks

> complete give-up
  give-up                       user task          completed
  given-up                      end event          completed
  giving-up                     event sub process  completed
  escalation-event-sub-process  process            completed
