# Workflow pattern 5, Simple Merge: alternative paths become one; nothing is waited for.
process  05-simple-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start simple-merge {"amount": 500}
  simple-merge  process            activated
  begin         start event        completed
  which         exclusive gateway  completed  took which-to-large
  large         service task       activated  job large

> work large
  large   service task       completed
  merged  exclusive gateway  completed
  after   service task       activated  job after

> work after
  after         service task  completed
  done          end event     completed
  simple-merge  process       completed
