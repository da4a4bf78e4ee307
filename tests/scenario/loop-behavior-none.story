# BPMN 2.0.2, table 10.30, behavior None: with each run that completes the event is thrown; the activity's boundary catches it.
process  loop-behavior-none.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start loop-behavior-none {"chiefs": ["x", "y", "z"]}
  loop-behavior-none  process              activated
  begin               start event          completed
  ask                 multi instance body  activated
  ask                 service task         activated  job ask
  ask                 service task         activated  job ask
  ask                 service task         activated  job ask

> work ask
  ask       service task    completed
  answered  boundary event  completed
  noted     end event       completed

> work ask
  ask       service task    completed
  answered  boundary event  completed
  noted     end event       completed

> work ask
  ask                 service task         completed
  answered            boundary event       completed
  done                end event            completed
  noted               end event            completed
  ask                 multi instance body  completed
  loop-behavior-none  process              completed
