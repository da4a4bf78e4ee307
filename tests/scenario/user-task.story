# WS-HumanTask: a task waits for a person of its groups; it is completed once.
process  user-task.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start user-task {"amount": 3}
  user-task  process      activated
  begin      start event  completed
  approve    user task    created    for chiefs, due 2026-04-04 10:00

> complete approve {"outcome": "approved"}
  approve    user task  completed
  done       end event  completed
  user-task  process    completed

> complete approve {"outcome": "rejected"}
  refused  not found    No user task waits at 'approve'.

> show outcome amount
  outcome  variable  is  "approved"
  amount   variable  is  3
