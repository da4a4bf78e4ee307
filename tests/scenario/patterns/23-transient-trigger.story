# Workflow pattern 23, Transient Trigger: a trigger is lost when nobody waits for it at that moment.
process  23-transient-trigger.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start transient-trigger {"case": "A-1"}
  transient-trigger  process       activated
  begin              start event   completed
  before             service task  activated  job before

> publish call key A-1
  call  message  met nobody

> work before
  before  service task              completed
  called  intermediate catch event  activated  for message call, key A-1

> publish call key A-1
  called             message                   correlated  call
  called             intermediate catch event  completed
  done               end event                 completed
  transient-trigger  process                   completed
