# BPMN 2.0.2, 13.4.1: a token on each flow out; it waits for one on each flow in.
process  parallel-gateway.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-gateway
  parallel-gateway  process           activated
  begin             start event       completed
  fork              parallel gateway  completed
  read              user task         created    for clerks
  file              service task      activated  job file

> work file
  file  service task  completed

> complete read
  read              user task         completed
  join              parallel gateway  completed
  done              end event         completed
  parallel-gateway  process           completed
