# Workflow pattern 40, Interleaved Routing: each once, one at a time, in any order.
process  40-interleaved-routing.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start interleaved-routing {"order": ["blood", "heart", "eyes"]}
  interleaved-routing    process                            activated
  begin                  start event                        completed
  examine                ad hoc sub process                 activated
  examine#innerInstance  ad hoc sub process inner instance  activated
  blood                  service task                       activated  job blood

> work blood
  examine#innerInstance  ad hoc sub process inner instance  completed
  blood                  service task                       completed
  examine#innerInstance  ad hoc sub process inner instance  activated
  heart                  service task                       activated  job heart

> work heart
  examine#innerInstance  ad hoc sub process inner instance  completed
  heart                  service task                       completed
  examine#innerInstance  ad hoc sub process inner instance  activated
  eyes                   service task                       activated  job eyes

> work eyes
  examine#innerInstance  ad hoc sub process inner instance  completed
  eyes                   service task                       completed
  done                   end event                          completed
  examine                ad hoc sub process                 completed
  interleaved-routing    process                            completed

> start interleaved-routing {"order": ["eyes", "blood", "heart"]}
  interleaved-routing    process                            activated
  begin                  start event                        completed
  examine                ad hoc sub process                 activated
  examine#innerInstance  ad hoc sub process inner instance  activated
  eyes                   service task                       activated  job eyes

> work eyes
  examine#innerInstance  ad hoc sub process inner instance  completed
  eyes                   service task                       completed
  examine#innerInstance  ad hoc sub process inner instance  activated
  blood                  service task                       activated  job blood

> work blood
  examine#innerInstance  ad hoc sub process inner instance  completed
  blood                  service task                       completed
  examine#innerInstance  ad hoc sub process inner instance  activated
  heart                  service task                       activated  job heart

> work heart
  examine#innerInstance  ad hoc sub process inner instance  completed
  heart                  service task                       completed
  done                   end event                          completed
  examine                ad hoc sub process                 completed
  interleaved-routing    process                            completed
