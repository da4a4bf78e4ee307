# 13.3.3: a send task is a job for a worker that sends.
process  send-task.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start send-task
  send-task  process      activated
  begin      start event  completed
  tell       send task    activated  job tell

> work tell
  tell       send task  completed
  done       end event  completed
  send-task  process    completed
