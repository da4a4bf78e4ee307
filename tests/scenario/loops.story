# Loops in loops: a sequential sub-process for each ward, all chiefs of it at once, two votes are enough; then a sub-process that is
# repeated, with a called process for each number. Boundary events belong to the loop as a whole.
process  loops.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start loops {"case": "c1", "isOpen": true, "wards": [{"name": "a", "chiefs": ["x", "y", "z"]}, {"name": "b", "chiefs": ["v"]}]}
  loops        process              activated
  begin        start event          completed
  ward         multi instance body  activated
  reminded     timer                waits      until 2026-04-02 11:00
  enough       message              awaited    stop, key c1
  ward         sub process          activated
  ward-begins  start event          completed
  ask          multi instance body  activated
  ask          service task         activated  job ask
  ask          service task         activated  job ask
  ask          service task         activated  job ask

> work ask {"vote": "yes"}
  ask  service task  completed

> work ask/2 {"vote": "no"}
  ask          service task         terminated
  ask          service task         completed
  ward         sub process          activated
  ward-begins  start event          completed
  ask          multi instance body  activated
  ask          service task         activated   job ask
  ask          multi instance body  completed
  ward         sub process          completed

> wait PT1H
  reminded  boundary event  completed
  told      end event       completed

> work ask {"vote": "yes"}
  ask             service task         completed
  again           multi instance body  activated
  again           sub process          activated
  again-begins    start event          completed
  call            multi instance body  activated
  call            call activity        activated
  call            call activity        activated
  ask             multi instance body  completed
  ward            sub process          completed
  ward            multi instance body  completed
  counted         process              activated
  counted-begins  start event          completed
  count           service task         activated  job count
  counted         process              activated
  counted-begins  start event          completed
  count           service task         activated  job count

> show answers
  answers  variable  is  [{"ward":"a","votes":["yes",null,"no"]},{"ward":"b","votes":["yes"]}]

> work count/2
  count    service task   completed
  counted  process        completed
  call     call activity  completed

> work count
  count           service task         completed
  counted         process              completed
  call            call activity        completed
  again           sub process          activated
  again-begins    start event          completed
  call            multi instance body  activated
  call            call activity        activated
  call            call activity        activated
  call            multi instance body  completed
  again           sub process          completed
  counted         process              activated
  counted-begins  start event          completed
  count           service task         activated  job count
  counted         process              activated
  counted-begins  start event          completed
  count           service task         activated  job count

> set {"isOpen": false}

> work count
  count    service task   completed
  counted  process        completed
  call     call activity  completed

> work count
  count    service task         completed
  counted  process              completed
  call     call activity        completed
  done     end event            completed
  call     multi instance body  completed
  again    sub process          completed
  again    multi instance body  completed
  loops    process              completed

> show counts
  counts  variable  is  [10,20]

# The message ends all runs at once.
> start loops {"case": "c2", "isOpen": true, "wards": [{"name": "a", "chiefs": ["x", "y"]}, {"name": "b", "chiefs": ["v"]}]}
  loops        process              activated
  begin        start event          completed
  ward         multi instance body  activated
  reminded     timer                waits      until 2026-04-02 12:00
  enough       message              awaited    stop, key c2
  ward         sub process          activated
  ward-begins  start event          completed
  ask          multi instance body  activated
  ask          service task         activated  job ask
  ask          service task         activated  job ask

> work ask {"vote": "yes"}
  ask  service task  completed

> publish stop key c2
  enough   message              correlated  stop
  ask      service task         terminated
  enough   boundary event       completed
  stopped  end event            completed
  ask      multi instance body  terminated
  ward     sub process          terminated
  ward     multi instance body  terminated
  loops    process              completed
