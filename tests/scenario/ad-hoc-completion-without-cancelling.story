# 13.3.5: with cancelRemainingInstances="false" what still runs is done to its end.
process  ad-hoc-completion-without-cancelling.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start ad-hoc-completion-without-cancelling {"found": false}
  ad-hoc-completion-without-cancelling  process                            activated
  begin                                 start event                        completed
  look-into                             ad hoc sub process                 activated
  look-into#innerInstance               ad hoc sub process inner instance  activated
  look-into#innerInstance               ad hoc sub process inner instance  activated
  look-into#innerInstance               ad hoc sub process inner instance  activated
  ask                                   service task                       activated  job ask
  measure                               service task                       activated  job measure
  search                                service task                       activated  job search

> work ask {"found": true}
  look-into#innerInstance  ad hoc sub process inner instance  completed
  ask                      service task                       completed

> work measure
  look-into#innerInstance  ad hoc sub process inner instance  completed
  measure                  service task                       completed

> work search
  look-into#innerInstance  ad hoc sub process inner instance  completed
  search                   service task                       completed
  after                    service task                       activated  job after
  look-into                ad hoc sub process                 completed

> work after
  after                                 service task  completed
  done                                  end event     completed
  ad-hoc-completion-without-cancelling  process       completed
