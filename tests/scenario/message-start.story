# Camunda 8: one instance a correlation key; a message that is kept starts the next one when the first is over.
process  message-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish alert key disk {"host": "a"}
  alert          message      correlated  alert
  message-start  process      activated
  alert          start event  completed
  look           user task    created     for clerks

> publish alert key net
  alert          message      correlated  alert
  message-start  process      activated
  alert          start event  completed
  look           user task    created     for clerks

> publish alert key disk
  alert  message  met nobody

> publish alert key disk keep PT1H {"host": "b"}
  alert  message  kept  until 2026-04-02 11:00

> complete look
  alert          message      correlated  alert
  look           user task    completed
  done           end event    completed
  message-start  process      completed
  message-start  process      activated
  alert          start event  completed
  look           user task    created     for clerks

> complete look
  look           user task  completed
  done           end event  completed
  message-start  process    completed
