# By message beside the work, for each; and one in its place.
process  message-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start message-event-sub-process {"order": "7"}
  message-event-sub-process  process      activated
  begin                      start event  completed
  work                       user task    created    for clerks
  changed                    message      awaited    changed, key 7
  cancelled                  message      awaited    cancelled, key 7

> publish changed key 7
  changed   message            correlated  changed
  changing  event sub process  activated
  changed   start event        completed
  note      user task          created     for clerks

> publish changed key 7
  changed   message            correlated  changed
  changing  event sub process  activated
  changed   start event        completed
  note      user task          created     for clerks

> publish cancelled key 7
  cancelled   message            correlated  cancelled
  work        user task          terminated
  note        user task          terminated
  note        user task          terminated
  cancelling  event sub process  activated
  cancelled   start event        completed
  undo        user task          created     for clerks
  changing    event sub process  terminated
  changing    event sub process  terminated

> complete undo
  undo                       user task          completed
  undone                     end event          completed
  cancelling                 event sub process  completed
  message-event-sub-process  process            completed
