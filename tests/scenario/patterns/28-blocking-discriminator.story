# Workflow pattern 28, Blocking Discriminator: the first path goes on; before the others have come the next round can't pass. A complex gateway waits for
# its reset, which the late one brings.
process  28-blocking-discriminator.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start blocking-discriminator
  blocking-discriminator  process            activated
  begin                   start event        completed
  again                   exclusive gateway  completed
  both                    parallel gateway   completed
  one                     service task       activated  job one
  other                   service task       activated  job other

> work one
  one    service task  completed
  first  unknown       completed
  after  service task  activated  job after

> work after {"more": true}
  after  service task       completed
  more   exclusive gateway  completed  took more-to-again
  again  exclusive gateway  completed
  both   parallel gateway   completed
  one    service task       activated  job one
  other  service task       activated  job other

> work other
  other  service task  completed

> work other
  other  service task  completed
  first  unknown       completed
  after  service task  activated  job after

> work one
  one  service task  completed

> work after {"more": false}
  after                   service task       completed
  more                    exclusive gateway  completed  took more-to-done
  done                    end event          completed
  blocking-discriminator  process            completed
