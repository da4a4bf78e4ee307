# BPMN 2.0.2, 10.5.4: everybody who waits for a signal hears it, in every process.
process  signal.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start waiting
  waiting     process      activated
  wait-begin  start event  completed
  serve       user task    created    for clerks

> start waiting
  waiting     process      activated
  wait-begin  start event  completed
  serve       user task    created    for clerks

> start signal
  serve      user task                 terminated
  heard      boundary event            completed
  sent-home  end event                 completed
  waiting    process                   completed
  serve      user task                 terminated
  heard      boundary event            completed
  sent-home  end event                 completed
  waiting    process                   completed
  signal     process                   activated
  begin      start event               completed
  closed     intermediate throw event  completed
  done       end event                 completed
  signal     process                   completed

> start waiting
  waiting     process      activated
  wait-begin  start event  completed
  serve       user task    created    for clerks
