# A condition starts a process only when it is asked for; the variables it was asked with become the instance's.
process  conditional-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> evaluate {"stock": 20}

> evaluate {"stock": 3}
  conditional-start  process      activated
  low                start event  completed
  reorder            user task    created    for clerks

> show stock
  stock  variable  is  3

> complete reorder
  reorder            user task  completed
  done               end event  completed
  conditional-start  process    completed
