# Two pools of one file write to one another; the number of the order tells which conversation a message belongs to.
process  two-pools.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start buyer {"number": 1, "what": "pump"}
  asked    message                   correlated  ask
  buyer    process                   activated
  begin    start event               completed
  ask      send task                 completed
  offered  intermediate catch event  activated   for message offer, key ["1"]
  seller   process                   activated
  asked    start event               completed
  think    user task                 created     for clerks

> start buyer {"number": 2, "what": "tube"}
  asked    message                   correlated  ask
  buyer    process                   activated
  begin    start event               completed
  ask      send task                 completed
  offered  intermediate catch event  activated   for message offer, key ["2"]
  seller   process                   activated
  asked    start event               completed
  think    user task                 created     for clerks

> complete think/2 {"price": 20}
  offered  message                   correlated  offer
  offered  intermediate catch event  completed
  done     end event                 completed
  buyer    process                   completed
  think    user task                 completed
  answer   end event                 completed
  seller   process                   completed

> complete think {"price": 10}
  offered  message                   correlated  offer
  offered  intermediate catch event  completed
  done     end event                 completed
  buyer    process                   completed
  think    user task                 completed
  answer   end event                 completed
  seller   process                   completed
