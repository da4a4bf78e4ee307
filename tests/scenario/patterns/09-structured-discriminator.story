# Workflow pattern 9, Structured Discriminator: the first of the parallel paths goes on, the others end here; then it is ready again.
process  09-structured-discriminator.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start structured-discriminator
  structured-discriminator  process            activated
  begin                     start event        completed
  again                     exclusive gateway  completed
  both                      parallel gateway   completed
  one                       service task       activated  job one
  other                     service task       activated  job other

> work one
  one    service task  completed
  first  unknown       completed
  after  service task  activated  job after

> work other
  other  service task  completed

> work after {"more": true}
  after  service task       completed
  more   exclusive gateway  completed  took more-to-again
  again  exclusive gateway  completed
  both   parallel gateway   completed
  one    service task       activated  job one
  other  service task       activated  job other

> work other
  other  service task  completed
  first  unknown       completed
  after  service task  activated  job after

> work one
  one  service task  completed

> work after {"more": false}
  after                     service task       completed
  more                      exclusive gateway  completed  took more-to-done
  done                      end event          completed
  structured-discriminator  process            completed
