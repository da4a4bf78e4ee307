# What is done, and how often, is decided while it runs; each activation has its own scope, its result is collected. What follows an
# element by a flow belongs to the same activation.
process  ad-hoc.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start ad-hoc {"first": ["look", "ask"]}
  ad-hoc                  process                            activated
  begin                   start event                        completed
  clear-up                ad hoc sub process                 activated
  clear-up#innerInstance  ad hoc sub process inner instance  activated
  clear-up#innerInstance  ad hoc sub process inner instance  activated
  look                    service task                       activated  job look
  ask                     service task                       activated  job ask

> work look {"result": "a cat"}
  clear-up#innerInstance  ad hoc sub process inner instance  completed
  look                    service task                       completed

> show result
  result  variable  is  absent

> activate clear-up {"look": {"where": "behind"}, "note": {}}
  refused  not found    The ad-hoc sub-process 'clear-up' has no element 'note' that can be activated.

> activate clear-up {"look": {"where": "above"}}
  clear-up#innerInstance  ad hoc sub process inner instance  activated
  look                    service task                       activated  job look

> work ask {"result": "nobody"}
  ask   service task  completed
  note  user task     created    for anybody

> work look
  clear-up#innerInstance  ad hoc sub process inner instance  completed
  look                    service task                       completed

> complete note {"result": "noted"}
  clear-up#innerInstance  ad hoc sub process inner instance  completed
  note                    user task                          completed
  done                    end event                          completed
  clear-up                ad hoc sub process                 completed
  ad-hoc                  process                            completed

> show found result
  found   variable  is  ["a cat",null,"noted"]
  result  variable  is  absent

# An error inside is caught by the event sub-process inside, which ends all else.
> start ad-hoc {"first": ["look", "ask"]}
  ad-hoc                  process                            activated
  begin                   start event                        completed
  clear-up                ad hoc sub process                 activated
  clear-up#innerInstance  ad hoc sub process inner instance  activated
  clear-up#innerInstance  ad hoc sub process inner instance  activated
  look                    service task                       activated  job look
  ask                     service task                       activated  job ask

> throw look fire
  clear-up#innerInstance  ad hoc sub process inner instance  terminated
  clear-up#innerInstance  ad hoc sub process inner instance  terminated
  look                    service task                       terminated
  ask                     service task                       terminated
  alarm                   event sub process                  activated
  alarmed                 start event                        completed
  flee                    service task                       activated    job flee
  look                    job                                threw error  fire

> work flee
  flee      service task        completed
  done      end event           completed
  alarm     event sub process   completed
  clear-up  ad hoc sub process  completed
  ad-hoc    process             completed

> start ad-hoc {"first": ["flee"]}
  ad-hoc    process             activated
  begin     start event         completed
  clear-up  ad hoc sub process  activated
  clear-up  incident            raised     EXTRACT_VALUE_ERROR: 'activeElementsCollection' of 'clear-up' gave ["flee"]; a list of ids of its elements is needed.
