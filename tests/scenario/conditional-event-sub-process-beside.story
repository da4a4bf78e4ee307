# BPMN 2.0.2, 13.5.4: it begins beside what runs whenever a variable has got a value and the condition holds then.
process  conditional-event-sub-process-beside.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional-event-sub-process-beside {"weight": 1}
  conditional-event-sub-process-beside  process      activated
  begin                                 start event  completed
  look                                  user task    created    for clerks

> set {"weight": 20}
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> set {"weight": 30}
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> set {"weight": 1}

> set {"weight": 40}
  aside        event sub process  completed
  aside-start  start event        completed
  note         task               completed
  aside-end    end event          completed

> complete look
  look                                  user task  completed
  done                                  end event  completed
  conditional-event-sub-process-beside  process    completed
