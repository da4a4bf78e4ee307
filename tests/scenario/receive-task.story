# A message meets who waits for its name and key; one that comes early is kept as long as its sender said.
process  receive-task.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start receive-task {"number": "A-1"}
  receive-task  process       activated
  begin         start event   completed
  payment       receive task  activated  for message paid, key A-1

> publish paid key A-2
  paid  message  met nobody

> publish paid key A-1 {"sum": 500}
  payment       message       correlated  paid
  payment       receive task  completed
  done          end event     completed
  receive-task  process       completed

> show sum
  sum  variable  is  500

> publish paid key A-3 keep PT1H {"sum": 7}
  paid  message  kept  until 2026-04-02 11:00

> start receive-task {"number": "A-3"}
  payment       message       correlated  paid
  receive-task  process       activated
  begin         start event   completed
  payment       receive task  completed
  done          end event     completed
  receive-task  process       completed

> publish paid key A-4 keep PT1H
  paid  message  kept  until 2026-04-02 11:00

> wait PT1H
  paid  message  expired
  paid  message  expired

> start receive-task {"number": "A-4"}
  receive-task  process       activated
  begin         start event   completed
  payment       receive task  activated  for message paid, key A-4
