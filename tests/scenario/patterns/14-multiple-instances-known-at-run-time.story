# Workflow pattern 14, Multiple Instances with a priori Run-Time Knowledge: so many as the data say before the first begins; all are waited for.
process  14-multiple-instances-known-at-run-time.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-instances-known-at-run-time {"people": ["Ito", "Sato"]}
  multiple-instances-known-at-run-time  process              activated
  begin                                 start event          completed
  ask                                   multi instance body  activated
  ask                                   service task         activated  job ask
  ask                                   service task         activated  job ask

> work ask/2
  ask  service task  completed

> work ask
  ask                                   service task         completed
  done                                  end event            completed
  ask                                   multi instance body  completed
  multiple-instances-known-at-run-time  process              completed

> start multiple-instances-known-at-run-time {"people": []}
  multiple-instances-known-at-run-time  process              activated
  begin                                 start event          completed
  ask                                   multi instance body  completed
  done                                  end event            completed
  multiple-instances-known-at-run-time  process              completed
