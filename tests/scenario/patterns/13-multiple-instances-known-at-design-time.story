# Workflow pattern 13, Multiple Instances with a priori Design-Time Knowledge: so many as the drawing says; all are waited for.
process  13-multiple-instances-known-at-design-time.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-instances-known-at-design-time
  multiple-instances-known-at-design-time  process              activated
  begin                                    start event          completed
  ask                                      multi instance body  activated
  ask                                      service task         activated  job ask
  ask                                      service task         activated  job ask
  ask                                      service task         activated  job ask

> work ask
  ask  service task  completed

> work ask
  ask  service task  completed

> work ask
  ask                                      service task         completed
  done                                     end event            completed
  ask                                      multi instance body  completed
  multiple-instances-known-at-design-time  process              completed
