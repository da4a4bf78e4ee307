# BPMN 2.0.2, 10.5.4: it waits until each of its events has occurred, in whatever order; what they brought comes together.
process  parallel-multiple-catch.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-multiple-catch {"order": "7"}
  parallel-multiple-catch  process                   activated
  begin                    start event               completed
  ready                    intermediate catch event  activated  for message paid, key 7

> publish packed key 7 {"boxes": 2}
  ready  message  correlated  packed

> signal go

> signal go

> publish paid key 7 {"sum": 500}
  ready                    message                   correlated  paid
  ready                    intermediate catch event  completed
  done                     end event                 completed
  parallel-multiple-catch  process                   completed

> show boxes sum
  boxes  variable  is  2
  sum    variable  is  500
