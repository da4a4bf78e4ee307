# Workflow pattern 29, Cancelling Discriminator: the first path goes on, the others are withdrawn.
process  29-cancelling-discriminator.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancelling-discriminator
  cancelling-discriminator  process           activated
  begin                     start event       completed
  ask                       sub process       activated
  asked                     start event       completed
  both                      parallel gateway  completed
  one                       service task      activated  job one
  other                     service task      activated  job other

> work other
  one    service task  terminated
  other  service task  completed
  first  end event     completed
  after  service task  activated   job after
  ask    sub process   completed

> work after
  after                     service task  completed
  done                      end event     completed
  cancelling-discriminator  process       completed
