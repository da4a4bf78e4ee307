# Camunda 8's priority of a user task, 0 to 100; shown where it is not 50.
process  priority.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start priority {"urgent": true}
  priority  process      activated
  begin     start event  completed
  look      user task    created    for clerks, priority 90

> complete look
  look      user task  completed
  done      end event  completed
  priority  process    completed

> start priority {"urgent": false}
  priority  process      activated
  begin     start event  completed
  look      user task    created    for clerks, priority 20
