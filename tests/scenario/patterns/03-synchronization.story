# Workflow pattern 3, Synchronization: several parallel paths become one when all have come.
process  03-synchronization.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start synchronization
  synchronization  process           activated
  begin            start event       completed
  both             parallel gateway  completed
  one              service task      activated  job one
  other            service task      activated  job other

> work other
  other  service task  completed

> work one
  one     service task      completed
  joined  parallel gateway  completed
  after   service task      activated  job after

> work after
  after            service task  completed
  done             end event     completed
  synchronization  process       completed
