# Workflow pattern 31, Blocking Partial Join: two of three are enough, and the next round waits until the third has come.
process  31-blocking-partial-join.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start blocking-partial-join
  blocking-partial-join  process            activated
  begin                  start event        completed
  again                  exclusive gateway  completed
  all                    parallel gateway   completed
  one                    service task       activated  job one
  two                    service task       activated  job two
  three                  service task       activated  job three

> work one
  one  service task  completed

> work two
  two     service task  completed
  enough  unknown       completed
  after   service task  activated  job after

> work after {"more": true}
  after  service task       completed
  more   exclusive gateway  completed  took more-to-again
  again  exclusive gateway  completed
  all    parallel gateway   completed
  one    service task       activated  job one
  two    service task       activated  job two
  three  service task       activated  job three

> work three
  three  service task  completed

> work one
  one  service task  completed

> work two
  two     service task  completed
  enough  unknown       completed
  after   service task  activated  job after

> work three
  three  service task  completed

> work after {"more": false}
  after                  service task       completed
  more                   exclusive gateway  completed  took more-to-done
  done                   end event          completed
  blocking-partial-join  process            completed
