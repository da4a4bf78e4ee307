# A process that starts by itself twice, an hour apart.
process  timer-start-cycle.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> wait PT1H
  timer-start-cycle  process      activated
  hourly             start event  completed
  done               end event    completed
  timer-start-cycle  process      completed

> wait PT1H
  timer-start-cycle  process      activated
  hourly             start event  completed
  done               end event    completed
  timer-start-cycle  process      completed

> wait PT5H
