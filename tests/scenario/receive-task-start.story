# 13.3.3: a receive task with instantiate is the first step of an instance.
process  receive-task-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish paid key 7 {"order": "7"}
  paid                message       correlated  paid
  receive-task-start  process       activated
  paid                receive task  completed
  ship                user task     created     for clerks

> complete ship
  ship                user task  completed
  done                end event  completed
  receive-task-start  process    completed
