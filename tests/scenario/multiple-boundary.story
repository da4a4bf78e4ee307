# One event with several definitions: whichever occurs first; beside the work each time.
process  multiple-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-boundary {"order": "7"}
  multiple-boundary  process      activated
  begin              start event  completed
  work               user task    created    for clerks
  any                timer        waits      until 2026-04-02 11:00
  any                message      awaited    changed, key 7

> signal alarm
  any    boundary event  completed
  noted  end event       completed

> publish changed key 7
  any    message         correlated  changed
  any    boundary event  completed
  noted  end event       completed

> wait PT1H
  any    boundary event  completed
  noted  end event       completed

> complete work
  work               user task  completed
  done               end event  completed
  multiple-boundary  process    completed
