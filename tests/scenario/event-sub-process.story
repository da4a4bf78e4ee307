# Beside the process for as long as it is open: one that only counts, one that ends all else.
process  event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start event-sub-process {"number": "A-1", "seen": 1}
  event-sub-process  process      activated
  begin              start event  completed
  work               user task    created    for clerks
  expired            timer        waits      until 2026-04-09 10:00
  seen               message      awaited    seen-again, key A-1

> publish seen-again key A-1
  seen   message            correlated  seen-again
  again  event sub process  completed
  seen   start event        completed
  add    script task        completed
  added  end event          completed

> publish seen-again key A-1
  seen   message            correlated  seen-again
  again  event sub process  completed
  seen   start event        completed
  add    script task        completed
  added  end event          completed

> show seen
  seen  variable  is  3

> wait P7D
  work     user task          terminated
  expire   event sub process  activated
  expired  start event        completed
  close    user task          created     for clerks

> publish seen-again key A-1
  seen-again  message  met nobody

> complete work
  refused  not found    No user task waits at 'work'.

> complete close
  close              user task          completed
  closed             end event          completed
  expire             event sub process  completed
  event-sub-process  process            completed
