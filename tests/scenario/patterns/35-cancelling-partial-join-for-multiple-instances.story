# Workflow pattern 35, Cancelling Partial Join for Multiple Instances: after two answers the case goes on, the other instances are withdrawn.
process  35-cancelling-partial-join-for-multiple-instances.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancelling-partial-join-for-multiple-instances {"people": ["Ito", "Sato", "Kato"]}
  cancelling-partial-join-for-multiple-instances  process              activated
  begin                                           start event          completed
  ask                                             multi instance body  activated
  ask                                             service task         activated  job ask
  ask                                             service task         activated  job ask
  ask                                             service task         activated  job ask

> work ask
  ask  service task  completed

> work ask
  ask    service task         completed
  ask    service task         terminated
  after  service task         activated   job after
  ask    multi instance body  completed

> work after
  after                                           service task  completed
  done                                            end event     completed
  cancelling-partial-join-for-multiple-instances  process       completed
