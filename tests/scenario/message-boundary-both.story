# One side of the task is left by a message, the other only hears it, as often as it comes.
process  message-boundary-both.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start message-boundary-both {"order": "7"}
  message-boundary-both  process      activated
  begin                  start event  completed
  work                   user task    created    for clerks
  changed                message      awaited    changed, key 7
  cancelled              message      awaited    cancelled, key 7

> publish changed key 7
  changed  message         correlated  changed
  changed  boundary event  completed
  note     user task       created     for clerks

> publish changed key 7
  changed  message         correlated  changed
  changed  boundary event  completed
  note     user task       created     for clerks

> publish cancelled key 7
  cancelled  message         correlated  cancelled
  work       user task       terminated
  cancelled  boundary event  completed
  gone       end event       completed

> complete note
  note   user task  completed
  noted  end event  completed

> complete note
  note                   user task  completed
  noted                  end event  completed
  message-boundary-both  process    completed
