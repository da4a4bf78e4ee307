# Listeners look at each change of a user task before it is made; they correct and deny.
process  task-listeners.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start task-listeners
  task-listeners  process      activated
  begin           start event  completed
  approve         user task    creating   for chiefs
  late            timer        waits      until 2026-04-02 11:00
  approve         listener     told       creating, job create

# The model names abe; only who listens to the assignment may name somebody else.
> answer approve {"assignee": "ito"}
  refused  invalid argument    The CREATING listener 'create' corrects the assignee, whom the model has named. Correct it when ASSIGNING.

> answer approve {"priority": 80}
  approve  user task  assigning  for chiefs, priority 80
  approve  listener   told       assigning, job assign

> answer approve {"assignee": "ito"}
  approve  user task  created  for chiefs, ito, priority 80

> assign approve ueda
  approve  user task  assigning  for chiefs, ito, priority 80
  approve  listener   told       assigning, job assign

> answer approve {"denied": true, "deniedReason": "ueda is away"}
  approve  user task  created  for chiefs, ito, priority 80

> complete approve {"outcome": "yes"}
  approve  user task  completing  for chiefs, ito, priority 80
  approve  listener   told        completing, job check

> answer approve
  approve  listener  told  completing, job check-again

> fail approve 0
  approve  job       failed  retries: 0
  approve  incident  raised  TASK_LISTENER_NO_RETRIES: the worker said no

> resolve approve
  approve  job       gets      retries: 1
  approve  incident  resolved

> answer approve
  approve         user task  completed
  done            end event  completed
  task-listeners  process    completed

> show outcome
  outcome  variable  is  "yes"

# What interrupts waits until they have looked at the end of the task, too.
> start task-listeners
  task-listeners  process      activated
  begin           start event  completed
  approve         user task    creating   for chiefs
  late            timer        waits      until 2026-04-02 11:00
  approve         listener     told       creating, job create

> work approve
  approve  user task  assigning  for chiefs
  approve  listener   told       assigning, job assign

> work approve
  approve  user task  created  for chiefs, abe

> wait PT1H
  approve  user task  canceling  for chiefs, abe
  approve  listener   told       canceling, job cancel

> complete approve
  refused  not found    No user task waits at 'approve'.

> answer approve {"denied": true}
  refused  invalid argument    The CANCELING listener 'cancel' can't deny: only ASSIGNING, UPDATING and COMPLETING are asked for by somebody.

> answer approve
  approve         user task       terminated
  late            boundary event  completed
  too-late        end event       completed
  task-listeners  process         completed
