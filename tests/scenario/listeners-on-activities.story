# Listeners on what waits by itself: a user task with listeners of both kinds, a looping call activity, a receive task, the branches of
# an event-based gateway, a repeated sub-process, an error end event.
process  listeners-on-activities.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start listeners-on-activities {"numbers": [1, 2], "case": "c1"}
  listeners-on-activities  process      activated
  begin                    start event  completed
  read                     user task    activated
  read                     listener     told       start, job before-read

# Only now is it in anybody's inbox.
> work read

> complete read
  read  user task  completing  for anybody
  read  listener   told        completing, job check

> answer read
  read  listener  told  end, job after-read

> work read {"extra": 10}
  read  user task            completed
  call  multi instance body  activated
  call  listener             told       before all, job before-all

> work call
  call  call activity  activated
  call  listener       told       start, job before-call

> work call
  called-with-listeners  process      activated
  called-begins          start event  completed
  called-with-listeners  listener     told       end, job close

> work called-with-listeners
  called-with-listeners  process   completed
  call                   listener  told       end, job after-call

> work call
  call  call activity  completed
  call  call activity  activated
  call  listener       told       start, job before-call

> work call
  called-with-listeners  process      activated
  called-begins          start event  completed
  called-with-listeners  listener     told       end, job close

> work called-with-listeners
  called-with-listeners  process   completed
  call                   listener  told       end, job after-call

> work call
  call      call activity        completed
  wait-for  receive task         activated
  wait-for  listener             told       start, job before-wait
  call      multi instance body  completed

> show results
  results  variable  is  [11,12]

# A message that comes too early is kept for whoever begins to wait.
> publish answer key c1 keep PT1H {"first": true}
  answer  message  kept  until 2026-04-02 11:00

> work wait-for
  wait-for  message              correlated  answer
  wait-for  receive task         completed
  which     event based gateway  activated
  which     listener             told        start, job before-which

> publish answer key c1 keep PT1H {"second": true}
  answer  message  kept  until 2026-04-02 11:00

> work which
  answered  message                   correlated  answer
  which     event based gateway       completed
  answered  intermediate catch event  activated
  answered  listener                  told        start, job before-answered

> work answered
  answered  listener  told  end, job after-answered

> work answered
  answered       intermediate catch event  completed
  rest           multi instance body       activated
  rest           sub process               activated
  rest-begins    start event               completed
  broken-or-not  exclusive gateway         completed  took fine
  rest-ends      end event                 completed
  rest           listener                  told       end, job after-rest

> work rest
  rest           sub process        activated
  rest-begins    start event        completed
  broken-or-not  exclusive gateway  completed  took fails
  rest-fails     end event          activated
  rest-fails     listener           told       start, job before-fail
  rest           sub process        completed

> work rest-fails
  rest-fails               end event            terminated
  caught                   boundary event       completed
  done                     end event            completed
  rest                     sub process          terminated
  rest                     multi instance body  terminated
  listeners-on-activities  process              completed

> show first second
  first   variable  is  true
  second  variable  is  true
