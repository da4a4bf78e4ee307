# BPMN 2.0.2, table 10.30, behavior One: with the first run that completes the event is thrown, once; the activity's boundary catches it.
process  loop-behavior-one.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start loop-behavior-one {"chiefs": ["x", "y", "z"]}
  loop-behavior-one  process              activated
  begin              start event          completed
  ask                multi instance body  activated
  ask                service task         activated  job ask
  ask                service task         activated  job ask
  ask                service task         activated  job ask

> work ask
  ask       service task    completed
  answered  boundary event  completed
  noted     end event       completed

> work ask
  ask  service task  completed

> work ask
  ask                service task         completed
  done               end event            completed
  ask                multi instance body  completed
  loop-behavior-one  process              completed
