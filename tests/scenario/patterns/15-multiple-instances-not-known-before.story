# Workflow pattern 15, Multiple Instances without a priori Run-Time Knowledge: more are added while others run; the last to end ends them all. BPMN's markers fix the number at the beginning,
# an event sub-process that doesn't interrupt adds one at each message.
process  15-multiple-instances-not-known-before.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-instances-not-known-before {"case": "A-1"}
  multiple-instances-not-known-before  process       activated
  begin                                start event   completed
  enquiry                              sub process   activated
  more                                 message       awaited    another, key A-1
  open                                 start event   completed
  first                                service task  activated  job first

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

> work first
  first  service task  completed
  asked  end event     completed

> work ask/2
  ask    service task       completed
  heard  end event          completed
  added  event sub process  completed

> work ask
  ask      service task       completed
  heard    end event          completed
  after    service task       activated  job after
  added    event sub process  completed
  enquiry  sub process        completed

> work after
  after                                service task  completed
  done                                 end event     completed
  multiple-instances-not-known-before  process       completed
