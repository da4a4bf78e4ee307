# 10.5.4: a throw event without a definition is passed; it marks that a state is reached.
process  plain-throw-event.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start plain-throw-event
  plain-throw-event  process                   activated
  begin              start event               completed
  half-way           intermediate throw event  completed
  after              service task              activated  job after

> work after
  after              service task  completed
  done               end event     completed
  plain-throw-event  process       completed
