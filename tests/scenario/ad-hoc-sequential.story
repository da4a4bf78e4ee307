# One at a time, in the order in which they were chosen; what is chosen from outside waits for its turn. For each visitor anew.
process  ad-hoc-sequential.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start ad-hoc-sequential {"visitors": ["a", "b"], "order": ["desk", "cashier", "desk"]}
  ad-hoc-sequential    process                            activated
  begin                start event                        completed
  visit                multi instance body                activated
  visit                ad hoc sub process                 activated
  visit#innerInstance  ad hoc sub process inner instance  activated
  desk                 user task                          created    for anybody

> activate visit {"cashier": {}}

> complete desk
  visit#innerInstance  ad hoc sub process inner instance  completed
  desk                 user task                          completed
  visit#innerInstance  ad hoc sub process inner instance  activated
  cashier              user task                          created    for anybody

> complete cashier
  visit#innerInstance  ad hoc sub process inner instance  completed
  cashier              user task                          completed
  visit#innerInstance  ad hoc sub process inner instance  activated
  desk                 user task                          created    for anybody

> complete desk
  visit#innerInstance  ad hoc sub process inner instance  completed
  desk                 user task                          completed
  visit#innerInstance  ad hoc sub process inner instance  activated
  cashier              user task                          created    for anybody

> complete cashier
  visit#innerInstance  ad hoc sub process inner instance  completed
  cashier              user task                          completed
  visit                ad hoc sub process                 activated
  visit#innerInstance  ad hoc sub process inner instance  activated
  desk                 user task                          created    for anybody
  visit                ad hoc sub process                 completed

> complete desk
  visit#innerInstance  ad hoc sub process inner instance  completed
  desk                 user task                          completed
  visit#innerInstance  ad hoc sub process inner instance  activated
  cashier              user task                          created    for anybody

> complete cashier
  visit#innerInstance  ad hoc sub process inner instance  completed
  cashier              user task                          completed
  visit#innerInstance  ad hoc sub process inner instance  activated
  desk                 user task                          created    for anybody

> complete desk
  visit#innerInstance  ad hoc sub process inner instance  completed
  desk                 user task                          completed
  done                 end event                          completed
  visit                ad hoc sub process                 completed
  visit                multi instance body                completed
  ad-hoc-sequential    process                            completed
