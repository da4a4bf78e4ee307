# BPMN 2.0.2, 13.5.4: one that doesn't interrupt begins anew with each of the events.
process  multiple-event-sub-process-beside.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-event-sub-process-beside {"case": "7"}
  multiple-event-sub-process-beside  process      activated
  begin                              start event  completed
  look                               user task    created    for clerks
  aside-start                        message      awaited    news, key 7

> publish news key 7
  aside-start  message            correlated  news
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> signal alarm
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> publish news key 7
  aside-start  message            correlated  news
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> complete look
  look                               user task  completed
  done                               end event  completed
  multiple-event-sub-process-beside  process    completed
