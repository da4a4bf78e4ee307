# 10.5.2: an instance begins once all have occurred; messages belong together by their key.
process  parallel-multiple-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish paid key 7 {"order": "7"}
  paid  message  met nobody

> publish packed key 8 {"order": "8"}
  packed  message  met nobody

> publish packed key 7
  both                     message      correlated  packed
  parallel-multiple-start  process      activated
  both                     start event  completed
  ship                     user task    created     for clerks

> complete ship
  ship                     user task  completed
  done                     end event  completed
  parallel-multiple-start  process    completed

> publish paid key 8
  both                     message      correlated  paid
  parallel-multiple-start  process      activated
  both                     start event  completed
  ship                     user task    created     for clerks

> complete ship
  ship                     user task  completed
  done                     end event  completed
  parallel-multiple-start  process    completed
