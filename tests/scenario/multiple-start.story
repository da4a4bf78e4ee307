# BPMN 2.0.2, 13.5.1: any one of the events begins an instance.
process  multiple-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> publish news key 7 {"case": "7"}
  either          message      correlated  news
  multiple-start  process      activated
  either          start event  completed
  look            user task    created     for clerks

> complete look
  look            user task  completed
  done            end event  completed
  multiple-start  process    completed

> signal alarm {"case": "8"}
  multiple-start  process      activated
  either          start event  completed
  look            user task    created    for clerks

> complete look
  look            user task  completed
  done            end event  completed
  multiple-start  process    completed
