# What is interrupted ends when the listeners to its user tasks have looked; a job of a listener that is not needed any more goes.
process  interrupted-listeners.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start interrupted-listeners {"people": ["a", "b", "c"]}
  interrupted-listeners  process              activated
  begin                  start event          completed
  part                   sub process          activated
  part-begins            start event          completed
  sign                   multi instance body  activated
  sign                   user task            created    for anybody
  sign                   user task            created    for anybody
  sign                   user task            created    for anybody

# One signature is enough: the body waits until it is taken back from the others.
> complete sign/2
  sign  user task  completed
  sign  user task  canceling  for anybody
  sign  user task  canceling  for anybody
  sign  listener   told       canceling, job take-back
  sign  listener   told       canceling, job take-back

> answer sign
  sign  user task  terminated

> answer sign
  sign  user task            terminated
  file  service task         activated
  file  listener             told        start, job before-file
  sign  multi instance body  completed

> show signed
  signed  variable  is  [null,"b",null]

# The sub-process is interrupted while a listener has not yet let its task begin.
> start closes
  file                   service task    terminated
  stop                   boundary event  completed
  stopped                end event       completed
  part                   sub process     terminated
  interrupted-listeners  process         completed
  closes                 process         activated
  closes-begins          start event     completed
  all-closed             end event       completed
  closes                 process         completed

> work file
  refused  not found    No job waits at 'file'.

# Interrupted, then cancelled as a whole, while they still look.
> start interrupted-listeners {"people": ["a", "b"]}
  interrupted-listeners  process              activated
  begin                  start event          completed
  part                   sub process          activated
  part-begins            start event          completed
  sign                   multi instance body  activated
  sign                   user task            created    for anybody
  sign                   user task            created    for anybody

> start closes
  sign           user task    canceling  for anybody
  sign           user task    canceling  for anybody
  sign           listener     told       canceling, job take-back
  sign           listener     told       canceling, job take-back
  closes         process      activated
  closes-begins  start event  completed
  all-closed     end event    completed
  closes         process      completed

> answer sign
  sign  user task  terminated

> answer sign
  sign                   user task            terminated
  stop                   boundary event       completed
  stopped                end event            completed
  sign                   multi instance body  terminated
  part                   sub process          terminated
  interrupted-listeners  process              completed

> start interrupted-listeners {"people": ["a", "b"]}
  interrupted-listeners  process              activated
  begin                  start event          completed
  part                   sub process          activated
  part-begins            start event          completed
  sign                   multi instance body  activated
  sign                   user task            created    for anybody
  sign                   user task            created    for anybody

> cancel interrupted-listeners
  sign  user task  canceling  for anybody
  sign  user task  canceling  for anybody
  sign  listener   told       canceling, job take-back
  sign  listener   told       canceling, job take-back

> cancel interrupted-listeners

> answer sign
  sign  user task  terminated

> answer sign
  sign                   user task            terminated
  sign                   multi instance body  terminated
  part                   sub process          terminated
  interrupted-listeners  process              terminated
