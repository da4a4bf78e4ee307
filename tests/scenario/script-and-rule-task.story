# Worked out within the engine: an expression, then a decision table.
process  script-and-rule-task.bpmn
with     fee.dmn
clock    2026-04-02 10:00 Asia/Tokyo

> start script-and-rule-task {"copies": ["a", "b", "c"]}
  script-and-rule-task  process             activated
  begin                 start event         completed
  count                 script task         completed
  price                 business rule task  completed
  done                  end event           completed
  script-and-rule-task  process             completed

> show pages fee
  pages  variable  is  12
  fee    variable  is  340

> start script-and-rule-task {"copies": []}
  script-and-rule-task  process             activated
  begin                 start event         completed
  count                 script task         completed
  price                 business rule task  completed
  done                  end event           completed
  script-and-rule-task  process             completed

> show pages fee
  pages  variable  is  0
  fee    variable  is  null
