# Workflow pattern 27, Complete Multiple Instance Activity: the rest is withdrawn, and the case goes on as if all were done.
process  27-complete-multiple-instance-activity.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start complete-multiple-instance-activity {"case": "A-1", "people": ["Ito", "Sato", "Kato"]}
  complete-multiple-instance-activity  process              activated
  begin                                start event          completed
  ask                                  multi instance body  activated
  stop                                 message              awaited    halt, key A-1
  ask                                  service task         activated  job ask
  ask                                  service task         activated  job ask
  ask                                  service task         activated  job ask

> work ask
  ask  service task  completed

> publish halt key A-1
  stop    message              correlated  halt
  ask     service task         terminated
  ask     service task         terminated
  stop    boundary event       completed
  enough  exclusive gateway    completed
  count   service task         activated   job count
  ask     multi instance body  terminated

> work count
  count                                service task  completed
  done                                 end event     completed
  complete-multiple-instance-activity  process       completed
