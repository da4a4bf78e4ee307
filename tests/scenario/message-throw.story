# Camunda 8: who sends the message is a worker; the token waits for it.
process  message-throw.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start message-throw
  message-throw  process                   activated
  begin          start event               completed
  ask            intermediate throw event  activated  job ask

> work ask
  ask   intermediate throw event  completed
  tell  end event                 activated  job tell

> work tell
  tell           end event  completed
  message-throw  process    completed
