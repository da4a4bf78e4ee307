# Workflow pattern 24, Persistent Trigger: a trigger is kept until somebody waits for it.
process  24-persistent-trigger.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start persistent-trigger {"case": "A-1"}
  persistent-trigger  process       activated
  begin               start event   completed
  before              service task  activated  job before

> publish call key A-1 keep PT1H
  call  message  kept  until 2026-04-02 11:00

> work before
  called              message                   correlated  call
  before              service task              completed
  called              intermediate catch event  completed
  done                end event                 completed
  persistent-trigger  process                   completed
