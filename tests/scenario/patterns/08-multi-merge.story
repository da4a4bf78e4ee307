# Workflow pattern 8, Multi-Merge: what follows is done once for each path that comes.
process  08-multi-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-merge
  multi-merge  process           activated
  begin        start event       completed
  both         parallel gateway  completed
  one          service task      activated  job one
  other        service task      activated  job other

> work one
  one     service task       completed
  merged  exclusive gateway  completed
  after   service task       activated  job after

> work other
  other   service task       completed
  merged  exclusive gateway  completed
  after   service task       activated  job after

> work after
  after  service task  completed
  done   end event     completed

> work after
  after        service task  completed
  done         end event     completed
  multi-merge  process       completed
