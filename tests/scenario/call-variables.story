# Both ways: without propagation only what is mapped goes in and comes out; with it everything does.
process  call-variables.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-variables {"a": 1, "b": 2}
  call-variables  process        activated
  begin           start event    completed
  closed          call activity  activated
  called          process        activated
  called-begin    start event    completed
  called-task     user task      created    for clerks

> complete called-task {"result": 7, "noise": 8}
  called-task   user task      completed
  called-done   end event      completed
  called        process        completed
  closed        call activity  completed
  open          call activity  activated
  called        process        activated
  called-begin  start event    completed
  called-task   user task      created    for clerks

> complete called-task {"result": 9, "noise": 10}
  called-task     user task      completed
  called-done     end event      completed
  called          process        completed
  open            call activity  completed
  done            end event      completed
  call-variables  process        completed

> show a b given result noise taken
  a       variable  is  1
  b       variable  is  2
  given   variable  is  absent
  result  variable  is  9
  noise   variable  is  10
  taken   variable  is  7
