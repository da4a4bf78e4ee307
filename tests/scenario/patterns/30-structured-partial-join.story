# Workflow pattern 30, Structured Partial Join: two of three paths are enough; the third ends here.
process  30-structured-partial-join.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start structured-partial-join
  structured-partial-join  process           activated
  begin                    start event       completed
  all                      parallel gateway  completed
  one                      service task      activated  job one
  two                      service task      activated  job two
  three                    service task      activated  job three

> work two
  two  service task  completed

> work one
  one     service task  completed
  enough  unknown       completed
  after   service task  activated  job after

> work after
  after  service task  completed
  done   end event     completed

> work three
  three                    service task  completed
  structured-partial-join  process       completed
