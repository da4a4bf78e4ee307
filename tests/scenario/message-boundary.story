# Messages come as often as they are sent while the task is open; one ends it.
process  message-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start message-boundary {"number": "A-1"}
  message-boundary  process      activated
  begin             start event  completed
  write             user task    created    for clerks
  note              message      awaited    note, key A-1
  cancelled         message      awaited    cancel-it, key A-1

> publish note key A-1 {"text": "one"}
  note   message         correlated  note
  note   boundary event  completed
  noted  end event       completed

> publish note key A-1 {"text": "two"}
  note   message         correlated  note
  note   boundary event  completed
  noted  end event       completed

> show lastNote text
  lastNote  variable  is  "two"
  text      variable  is  absent

> publish cancel-it key A-1
  cancelled         message         correlated  cancel-it
  write             user task       terminated
  cancelled         boundary event  completed
  stopped           end event       completed
  message-boundary  process         completed

> publish note key A-1 {"text": "three"}
  note  message  met nobody
