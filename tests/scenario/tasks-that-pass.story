# BPMN 2.0.2, 13.3.3: a task without a type and a manual task are done by nobody the engine knows; the token passes.
process  tasks-that-pass.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start tasks-that-pass
  tasks-that-pass  process      activated
  begin            start event  completed
  think            task         completed
  stamp            manual task  completed
  done             end event    completed
  tasks-that-pass  process      completed
