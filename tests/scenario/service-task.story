# A job is handed to a worker; failing for the last time it waits as an incident, and nothing is lost.
process  service-task.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start service-task {"pages": 4}
  service-task  process       activated
  begin         start event   completed
  print         service task  activated  job print

> fail print 1
  print  job  failed  retries: 1

> fail print 0
  print  job       failed  retries: 0
  print  incident  raised  JOB_NO_RETRIES: the worker said no

> work print
  refused  not found    No job waits at 'print'.

> resolve print
  print  job       gets      retries: 1
  print  incident  resolved

> work print {"printed": 8}
  print         service task  completed
  done          end event     completed
  service-task  process       completed

> show result printed sheets
  result   variable  is  8
  printed  variable  is  absent
  sheets   variable  is  absent
