# BPMN 2.0.2, 13.5.4 and 10.5.2: any one of the events of a multiple start event begins the event sub-process, which interrupts.
process  multiple-event-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-event-sub-process {"case": "7"}
  multiple-event-sub-process  process      activated
  begin                       start event  completed
  look                        user task    created    for clerks
  stop-start                  message      awaited    news, key 7

> publish news key 7
  stop-start                  message            correlated  news
  look                        user task          terminated
  stop                        event sub process  completed
  stop-start                  start event        completed
  tidy                        task               completed
  stop-end                    end event          completed
  multiple-event-sub-process  process            completed

> start multiple-event-sub-process {"case": "8"}
  multiple-event-sub-process  process      activated
  begin                       start event  completed
  look                        user task    created    for clerks
  stop-start                  message      awaited    news, key 8

> signal alarm
  look                        user task          terminated
  stop                        event sub process  completed
  stop-start                  start event        completed
  tidy                        task               completed
  stop-end                    end event          completed
  multiple-event-sub-process  process            completed
