# Waits until a date of the ward's calendar, across the Golden Week of 2026, then for a duration.
process  timer-catch.bpmn
clock    2026-05-01 10:00 Asia/Tokyo

> start timer-catch {"pause": "PT1H"}
  timer-catch  process                   activated
  begin        start event               completed
  next-day     intermediate catch event  activated  until 2026-05-07 09:00

> wait until 2026-05-07 08:59

> wait until 2026-05-07 09:00
  next-day  intermediate catch event  completed
  an-hour   intermediate catch event  activated  until 2026-05-07 10:00

> wait PT1H
  an-hour      intermediate catch event  completed
  done         end event                 completed
  timer-catch  process                   completed
