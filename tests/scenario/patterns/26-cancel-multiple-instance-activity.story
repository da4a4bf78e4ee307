# Workflow pattern 26, Cancel Multiple Instance Activity: all instances are withdrawn, those that are done stay done.
process  26-cancel-multiple-instance-activity.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancel-multiple-instance-activity {"case": "A-1", "people": ["Ito", "Sato", "Kato"]}
  cancel-multiple-instance-activity  process              activated
  begin                              start event          completed
  ask                                multi instance body  activated
  stop                               message              awaited    halt, key A-1
  ask                                service task         activated  job ask
  ask                                service task         activated  job ask
  ask                                service task         activated  job ask

> work ask
  ask  service task  completed

> publish halt key A-1
  stop                               message              correlated  halt
  ask                                service task         terminated
  ask                                service task         terminated
  stop                               boundary event       completed
  withdrawn                          end event            completed
  ask                                multi instance body  terminated
  cancel-multiple-instance-activity  process              completed
