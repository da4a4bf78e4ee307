# Workflow pattern 17, Interleaved Parallel Routing: one at a time, in any order that keeps what must come before what: here weigh before pack.
process  17-interleaved-parallel-routing.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start interleaved-parallel-routing {"order": ["weigh", "label"]}
  interleaved-parallel-routing  process                            activated
  begin                         start event                        completed
  prepare                       ad hoc sub process                 activated
  prepare#innerInstance         ad hoc sub process inner instance  activated
  weigh                         service task                       activated  job weigh

> work weigh
  weigh  service task  completed
  pack   service task  activated  job pack

> work pack
  prepare#innerInstance  ad hoc sub process inner instance  completed
  pack                   service task                       completed
  prepare#innerInstance  ad hoc sub process inner instance  activated
  label                  service task                       activated  job label

> work label
  prepare#innerInstance         ad hoc sub process inner instance  completed
  label                         service task                       completed
  done                          end event                          completed
  prepare                       ad hoc sub process                 completed
  interleaved-parallel-routing  process                            completed

> start interleaved-parallel-routing {"order": ["label", "weigh"]}
  interleaved-parallel-routing  process                            activated
  begin                         start event                        completed
  prepare                       ad hoc sub process                 activated
  prepare#innerInstance         ad hoc sub process inner instance  activated
  label                         service task                       activated  job label

> work label
  prepare#innerInstance  ad hoc sub process inner instance  completed
  label                  service task                       completed
  prepare#innerInstance  ad hoc sub process inner instance  activated
  weigh                  service task                       activated  job weigh

> work weigh
  weigh  service task  completed
  pack   service task  activated  job pack

> work pack
  prepare#innerInstance         ad hoc sub process inner instance  completed
  pack                          service task                       completed
  done                          end event                          completed
  prepare                       ad hoc sub process                 completed
  interleaved-parallel-routing  process                            completed
