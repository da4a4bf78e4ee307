# Workflow pattern 32, Cancelling Partial Join: two of three are enough, the third is withdrawn.
process  32-cancelling-partial-join.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancelling-partial-join
  cancelling-partial-join  process           activated
  begin                    start event       completed
  ask                      sub process       activated
  asked                    start event       completed
  all                      parallel gateway  completed
  one                      service task      activated  job one
  two                      service task      activated  job two
  three                    service task      activated  job three

> work three
  three  service task  completed

> work one
  one     service task  completed
  two     service task  terminated
  enough  unknown       completed
  heard   end event     completed
  after   service task  activated   job after
  ask     sub process   completed

> work after
  after                    service task  completed
  done                     end event     completed
  cancelling-partial-join  process       completed
