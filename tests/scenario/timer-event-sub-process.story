# Event sub-processes by time: a cycle beside the work, a date in its place.
process  timer-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start timer-event-sub-process
  timer-event-sub-process  process      activated
  begin                    start event  completed
  work                     user task    created    for clerks
  hourly                   timer        waits      until 2026-04-02 11:00
  at-one                   timer        waits      until 2026-04-02 13:00

> wait PT1H
  reminding  event sub process  completed
  hourly     start event        completed
  reminded   end event          completed
  hourly     timer              waits      until 2026-04-02 12:00

> wait PT1H
  reminding  event sub process  completed
  hourly     start event        completed
  reminded   end event          completed

> wait until 2026-04-02 13:00
  work     user task          terminated
  closing  event sub process  activated
  at-one   start event        completed
  close    user task          created     for clerks

> complete close
  close                    user task          completed
  closed                   end event          completed
  closing                  event sub process  completed
  timer-event-sub-process  process            completed
