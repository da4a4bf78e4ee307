# Workflow pattern 21, Structured Loop: a task is repeated while or until something holds; tested before, and tested after.
process  21-structured-loop.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start structured-loop {"n": 0, "m": 9}
  structured-loop  process              activated
  begin            start event          completed
  count            multi instance body  completed
  count-again      multi instance body  activated
  count-again      service task         activated  job count-again

> work count-again {"m": 10}
  count-again      service task         completed
  done             end event            completed
  count-again      multi instance body  completed
  structured-loop  process              completed

> start structured-loop {"n": 1, "m": 1}
  structured-loop  process              activated
  begin            start event          completed
  count            multi instance body  activated
  count            service task         activated  job count

> work count {"n": 2}
  count        service task         completed
  count-again  multi instance body  activated
  count-again  service task         activated  job count-again
  count        multi instance body  completed

> work count-again {"m": 4}
  count-again  service task  completed
  count-again  service task  activated  job count-again

> work count-again {"m": 5}
  count-again      service task         completed
  done             end event            completed
  count-again      multi instance body  completed
  structured-loop  process              completed
