# 13.3.5: an ad-hoc sub-process ends when its completion condition holds; what still runs is withdrawn.
process  ad-hoc-completion.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start ad-hoc-completion {"found": false}
  ad-hoc-completion        process                            activated
  begin                    start event                        completed
  look-into                ad hoc sub process                 activated
  look-into#innerInstance  ad hoc sub process inner instance  activated
  look-into#innerInstance  ad hoc sub process inner instance  activated
  look-into#innerInstance  ad hoc sub process inner instance  activated
  ask                      service task                       activated  job ask
  measure                  service task                       activated  job measure
  search                   service task                       activated  job search

> work ask
  look-into#innerInstance  ad hoc sub process inner instance  completed
  ask                      service task                       completed

> work measure {"found": true}
  look-into#innerInstance  ad hoc sub process inner instance  completed
  look-into#innerInstance  ad hoc sub process inner instance  terminated
  measure                  service task                       completed
  search                   service task                       terminated
  after                    service task                       activated   job after
  look-into                ad hoc sub process                 completed

> work after
  after              service task  completed
  done               end event     completed
  ad-hoc-completion  process       completed
