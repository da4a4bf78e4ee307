# One after the other, in the order of the list.
process  multi-instance-sequential.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-instance-sequential {"people": ["a", "b"]}
  multi-instance-sequential  process              activated
  begin                      start event          completed
  stamp                      multi instance body  activated
  stamp                      service task         activated  job stamp

> work stamp
  stamp  service task  completed
  stamp  service task  activated  job stamp

> work stamp
  stamp                      service task         completed
  done                       end event            completed
  stamp                      multi instance body  completed
  multi-instance-sequential  process              completed
