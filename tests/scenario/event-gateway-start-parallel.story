# 10.6.6: the first event starts the instance, the others come to the same one by their key; it can't end before.
process  event-gateway-start-parallel.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish packed key 7 {"order": "7"}
  packed                        message                   correlated  packed
  event-gateway-start-parallel  process                   activated
  first                         event based gateway       activated
  paid                          message                   awaited     paid, key 7
  packed                        intermediate catch event  completed
  ship                          user task                 created     for clerks

> complete ship
  ship  user task  completed
  done  end event  completed

> publish packed key 8 {"order": "8"}
  packed                        message                   correlated  packed
  event-gateway-start-parallel  process                   activated
  first                         event based gateway       activated
  paid                          message                   awaited     paid, key 8
  packed                        intermediate catch event  completed
  ship                          user task                 created     for clerks

> publish paid key 7
  paid   message                   correlated  paid
  first  event based gateway       completed
  paid   intermediate catch event  completed
  book   user task                 created     for clerks

> complete book
  book                          user task  completed
  done                          end event  completed
  event-gateway-start-parallel  process    completed
