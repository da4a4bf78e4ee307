# An operator ends an instance: everything in it is taken away, nothing comes later.
process  cancel.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancel
  cancel       process                   activated
  begin        start event               completed
  inside       sub process               activated
  inner-begin  start event               completed
  fork         parallel gateway          completed
  sign         user task                 created    for clerks
  file         service task              activated  job file
  later        intermediate catch event  activated  until 2026-04-03 10:00

> cancel cancel
  sign    user task                 terminated
  file    service task              terminated
  later   intermediate catch event  terminated
  inside  sub process               terminated
  cancel  process                   terminated

> wait P1D

> complete sign
  refused  not found    No user task waits at 'sign'.

> work file
  refused  not found    No job waits at 'file'.
