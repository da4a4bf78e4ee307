# On one task: a date and a duration that interrupt, a cycle, a cron text and a duration that don't.
process  timer-boundary-kinds.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start timer-boundary-kinds
  timer-boundary-kinds  process      activated
  begin                 start event  completed
  work                  user task    created    for clerks
  twice                 timer        waits      until 2026-04-02 11:00
  each-day              timer        waits      until 2026-04-02 15:00
  once                  timer        waits      until 2026-04-02 10:30
  end                   timer        waits      until 2026-04-03 09:00

> wait PT1H
  at     2026-04-02 10:30
  once   boundary event    completed
  r3     end event         completed
  twice  boundary event    completed
  r1     end event         completed
  twice  timer             waits      until 2026-04-02 12:00

> wait PT1H
  twice  boundary event  completed
  r1     end event       completed

> wait until 2026-04-02 16:00
  at        2026-04-02 15:00
  each-day  boundary event    completed
  r2        end event         completed
  each-day  timer             waits      until 2026-04-03 15:00

> wait until 2026-04-03 09:00
  work                  user task       terminated
  end                   boundary event  completed
  over                  end event       completed
  timer-boundary-kinds  process         completed
