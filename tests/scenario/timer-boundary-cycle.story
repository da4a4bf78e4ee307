# Not interrupting: the task goes on, the timer comes again as often as it says.
process  timer-boundary-cycle.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start timer-boundary-cycle
  timer-boundary-cycle  process      activated
  begin                 start event  completed
  answer                user task    created    for clerks
  remind                timer        waits      until 2026-04-03 10:00

> wait P1D
  remind    boundary event  completed
  reminder  service task    activated  job reminder
  remind    timer           waits      until 2026-04-04 10:00

> work reminder
  reminder  service task  completed
  reminded  end event     completed

> wait P5D
  at        2026-04-04 10:00
  remind    boundary event    completed
  reminder  service task      activated  job reminder
  remind    timer             waits      until 2026-04-05 10:00
  at        2026-04-05 10:00
  remind    boundary event    completed
  reminder  service task      activated  job reminder

> work reminder
  reminder  service task  completed
  reminded  end event     completed

> work reminder
  reminder  service task  completed
  reminded  end event     completed

> complete answer
  answer                user task  completed
  answered              end event  completed
  timer-boundary-cycle  process    completed
