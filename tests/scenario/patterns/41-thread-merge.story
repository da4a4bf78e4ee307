# Workflow pattern 41, Thread Merge: a given number of tokens become one.
process  41-thread-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start thread-merge
  thread-merge  process           activated
  begin         start event       completed
  all           parallel gateway  completed
  one           service task      activated  job one
  two           service task      activated  job two
  three         service task      activated  job three

> work two
  two     service task       completed
  merged  exclusive gateway  completed

> work one
  one     service task       completed
  merged  exclusive gateway  completed

> work three
  three   service task       completed
  merged  exclusive gateway  completed
  after   service task       activated  job after

> work after
  after         service task  completed
  done          end event     completed
  thread-merge  process       completed
