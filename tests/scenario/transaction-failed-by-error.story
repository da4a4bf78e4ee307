# 13.3.4: an error leaves a transaction without compensation (a hazard).
process  transaction-failed-by-error.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start transaction-failed-by-error
  transaction-failed-by-error  process       activated
  begin                        start event   completed
  travel                       sub process   activated
  in                           start event   completed
  hotel                        service task  activated  job hotel

> work hotel
  hotel  service task  completed
  pay    service task  activated  job pay

> throw pay BROKEN
  pay     service task    terminated
  hazard  boundary event  completed
  repair  service task    activated    job repair
  pay     job             threw error  BROKEN
  travel  sub process     terminated

> work repair
  repair                       service task  completed
  repaired                     end event     completed
  transaction-failed-by-error  process       completed
