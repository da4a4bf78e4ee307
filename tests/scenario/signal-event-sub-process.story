# By signal beside the work, and in its place.
process  signal-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start signal-event-sub-process
  signal-event-sub-process  process      activated
  begin                     start event  completed
  work                      user task    created    for clerks

> signal alarm
  alarmed  event sub process  activated
  alarm    start event        completed
  look     user task          created    for clerks

> signal stop
  work      user task          terminated
  look      user task          terminated
  stopping  event sub process  activated
  stop      start event        completed
  close     user task          created     for clerks
  alarmed   event sub process  terminated

> complete close
  close                     user task          completed
  closed                    end event          completed
  stopping                  event sub process  completed
  signal-event-sub-process  process            completed
