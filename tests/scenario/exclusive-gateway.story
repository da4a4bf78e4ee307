# BPMN 2.0.2, 13.4.2: the first flow in document order whose condition holds, else the default.
process  exclusive-gateway.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start exclusive-gateway {"minutes": 5}
  exclusive-gateway  process            activated
  begin              start event        completed
  size               exclusive gateway  completed  took size-to-short
  short              user task          created    for clerks

> start exclusive-gateway {"minutes": 15}
  exclusive-gateway  process            activated
  begin              start event        completed
  size               exclusive gateway  completed  took size-to-middle
  middle             user task          created    for clerks

> start exclusive-gateway {"minutes": 60}
  exclusive-gateway  process            activated
  begin              start event        completed
  size               exclusive gateway  completed  took size-to-long
  long               user task          created    for clerks
