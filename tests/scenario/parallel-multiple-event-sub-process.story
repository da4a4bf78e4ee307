# An event sub-process that begins when an hour has passed and the order was paid.
process  parallel-multiple-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-multiple-event-sub-process {"order": "7"}
  parallel-multiple-event-sub-process  process      activated
  begin                                start event  completed
  prepare                              user task    created    for clerks
  both                                 timer        waits      until 2026-04-02 11:00
  both                                 message      awaited    paid, key 7

> wait PT1H

> publish paid key 7
  both           message            correlated  paid
  prepare        user task          terminated
  late-and-paid  event sub process  activated
  both           start event        completed
  look           user task          created     for clerks

> complete look
  look                                 user task          completed
  seen                                 end event          completed
  late-and-paid                        event sub process  completed
  parallel-multiple-event-sub-process  process            completed
