# Workflow pattern 34, Static Partial Join for Multiple Instances: after the first two answers the case goes on, the other instances run to their end beside it.
process  34-static-partial-join-for-multiple-instances.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start static-partial-join-for-multiple-instances {"people": ["Ito", "Sato", "Kato"]}
  static-partial-join-for-multiple-instances  process              activated
  begin                                       start event          completed
  ask                                         multi instance body  activated
  ask                                         service task         activated  job ask
  ask                                         service task         activated  job ask
  ask                                         service task         activated  job ask

> work ask
  ask  service task  completed

> work ask
  ask    service task    completed
  heard  boundary event  completed
  after  service task    activated  job after

> work after
  after  service task  completed
  done   end event     completed

> work ask
  ask                                         service task         completed
  all-heard                                   end event            completed
  ask                                         multi instance body  completed
  static-partial-join-for-multiple-instances  process              completed
