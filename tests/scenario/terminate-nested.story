# A terminate end event ends its own sub-process and nothing around it.
process  terminate-nested.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start terminate-nested
  terminate-nested  process           activated
  begin             start event       completed
  fork              parallel gateway  completed
  inside            sub process       activated
  beside            user task         created    for clerks
  inner-begin       start event       completed
  inner-fork        parallel gateway  completed
  stop              user task         created    for clerks
  lost              user task         created    for clerks

> complete stop
  stop      user task    completed
  lost      user task    terminated
  all-over  end event    completed
  inside    sub process  completed

> complete beside
  beside            user task         completed
  join              parallel gateway  completed
  done              end event         completed
  terminate-nested  process           completed
