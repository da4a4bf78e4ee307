# 13.3.1: an activity with several incoming flows is done once for each token that comes.
process  uncontrolled-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start uncontrolled-merge
  uncontrolled-merge  process           activated
  begin               start event       completed
  both                parallel gateway  completed
  one                 service task      activated  job one
  other               service task      activated  job other

> work one
  one    service task  completed
  after  service task  activated  job after

> work other
  other  service task  completed
  after  service task  activated  job after

> work after/2
  after  service task  completed
  done   end event     completed

> work after
  after               service task  completed
  done                end event     completed
  uncontrolled-merge  process       completed
