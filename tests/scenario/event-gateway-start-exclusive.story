# 10.6.6: each event starts an instance; only its own branch is taken.
process  event-gateway-start-exclusive.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish packed key 7 {"order": "7"}
  packed                         message                   correlated  packed
  event-gateway-start-exclusive  process                   activated
  first                          event based gateway       completed
  packed                         intermediate catch event  completed
  ship                           user task                 created     for clerks

> complete ship
  ship                           user task  completed
  done                           end event  completed
  event-gateway-start-exclusive  process    completed

> publish paid key 8 {"order": "8"}
  paid                           message                   correlated  paid
  event-gateway-start-exclusive  process                   activated
  first                          event based gateway       completed
  paid                           intermediate catch event  completed
  book                           user task                 created     for clerks

> complete book
  book                           user task  completed
  done                           end event  completed
  event-gateway-start-exclusive  process    completed
