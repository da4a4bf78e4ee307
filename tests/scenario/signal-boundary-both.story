# A signal that is heard beside the work, and one that ends it.
process  signal-boundary-both.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start signal-boundary-both
  signal-boundary-both  process      activated
  begin                 start event  completed
  work                  user task    created    for clerks

> signal alarm
  alarm  boundary event  completed
  look   user task       created    for clerks

> signal alarm
  alarm  boundary event  completed
  look   user task       created    for clerks

> signal stop
  work     user task       terminated
  stop     boundary event  completed
  stopped  end event       completed

> complete look
  look    user task  completed
  looked  end event  completed

> complete look
  look                  user task  completed
  looked                end event  completed
  signal-boundary-both  process    completed
