# BPMN 2.0.2, 10.5.2 and 13.5.4: it begins once all of the events have occurred, beside what runs, and then waits for all anew.
process  parallel-multiple-event-sub-process-beside.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-multiple-event-sub-process-beside {"case": "7"}
  parallel-multiple-event-sub-process-beside  process      activated
  begin                                       start event  completed
  look                                        user task    created    for clerks
  aside-start                                 message      awaited    news, key 7

> publish news key 7
  aside-start  message  correlated  news

> signal alarm
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> signal alarm

> publish news key 7
  aside-start  message            correlated  news
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> complete look
  look                                        user task  completed
  done                                        end event  completed
  parallel-multiple-event-sub-process-beside  process    completed
