# BPMN 2.0.2, 13.5.3: whichever of the events comes first interrupts the activity; the others aren't waited for any more.
process  multiple-boundary-interrupting.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-boundary-interrupting {"case": "7"}
  multiple-boundary-interrupting  process      activated
  begin                           start event  completed
  look                            user task    created    for clerks
  either                          message      awaited    news, key 7

> signal alarm
  look                            user task       terminated
  either                          boundary event  completed
  left                            end event       completed
  multiple-boundary-interrupting  process         completed

> publish news key 7
  news  message  met nobody
