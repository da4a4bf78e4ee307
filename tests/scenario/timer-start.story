# The process begins by itself, as often as its timer says.
process  timer-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> wait P1D
  timer-start  process       activated
  each-day     start event   completed
  count        service task  activated  job count

> wait P3D
  at           2026-04-04 10:00
  timer-start  process           activated
  each-day     start event       completed
  count        service task      activated  job count

> work count
  count        service task  completed
  done         end event     completed
  timer-start  process       completed

> work count
  count        service task  completed
  done         end event     completed
  timer-start  process       completed
