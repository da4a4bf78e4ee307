# Workflow pattern 36, Dynamic Partial Join for Multiple Instances: instances are added while others run, and a condition looked at after each ends them all: here when two
# have said yes. BPMN's markers fix the number, so each message adds one by an event sub-process, which ends the rest.
process  36-dynamic-partial-join-for-multiple-instances.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start dynamic-partial-join-for-multiple-instances {"case": "A-1", "yes": 0}
  dynamic-partial-join-for-multiple-instances  process       activated
  begin                                        start event   completed
  poll                                         sub process   activated
  more                                         message       awaited    another, key A-1
  open                                         start event   completed
  first                                        service task  activated  job first

> publish another key A-1 {"person": "Ito"}
  more   message            correlated  another
  added  event sub process  activated
  more   start event        completed
  ask    service task       activated   job ask

> publish another key A-1 {"person": "Sato"}
  more   message            correlated  another
  added  event sub process  activated
  more   start event        completed
  ask    service task       activated   job ask

> work ask/2 {"yes": 1}
  ask     service task       completed
  enough  exclusive gateway  completed  took enough-to-heard
  heard   end event          completed
  added   event sub process  completed

> publish another key A-1 {"person": "Kato"}
  more   message            correlated  another
  added  event sub process  activated
  more   start event        completed
  ask    service task       activated   job ask

> work ask {"yes": 2}
  first    service task       terminated
  ask      service task       completed
  ask      service task       terminated
  enough   exclusive gateway  completed   took enough-to-decided
  decided  end event          terminated
  settled  boundary event     completed
  after    service task       activated   job after
  added    event sub process  terminated
  added    event sub process  terminated
  poll     sub process        terminated

> work after
  after                                        service task  completed
  done                                         end event     completed
  dynamic-partial-join-for-multiple-instances  process       completed
