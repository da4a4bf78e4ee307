# Interrupting: the task is taken away, and nobody can complete it any more.
process  timer-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start timer-boundary
  timer-boundary  process      activated
  begin           start event  completed
  answer          user task    created    for clerks
  over            timer        waits      until 2026-04-03 10:00

> complete answer
  answer          user task  completed
  answered        end event  completed
  timer-boundary  process    completed

> start timer-boundary
  timer-boundary  process      activated
  begin           start event  completed
  answer          user task    created    for clerks
  over            timer        waits      until 2026-04-03 10:00

> wait P1D
  answer          user task       terminated
  over            boundary event  completed
  deemed          end event       completed
  timer-boundary  process         completed

> complete answer
  refused  not found    No user task waits at 'answer'.
