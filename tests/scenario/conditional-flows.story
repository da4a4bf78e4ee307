# BPMN 2.0.2, 13.3.1: out of an activity a token goes by each flow whose condition holds; by the default flow if none does.
process  conditional-flows.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional-flows {"weight": 20, "length": 200}
  conditional-flows  process      activated
  begin              start event  completed
  weigh              task         completed
  heavy              task         completed
  long               task         completed
  done               end event    completed
  done               end event    completed
  conditional-flows  process      completed

> start conditional-flows {"weight": 20, "length": 1}
  conditional-flows  process      activated
  begin              start event  completed
  weigh              task         completed
  heavy              task         completed
  done               end event    completed
  conditional-flows  process      completed

> start conditional-flows {"weight": 1, "length": 1}
  conditional-flows  process      activated
  begin              start event  completed
  weigh              task         completed
  plain              task         completed
  done               end event    completed
  conditional-flows  process      completed
