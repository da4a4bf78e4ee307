# zeebe:conditionalFilter: only changes of `ready`, and only of one that was there before.
process  conditional-filter.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional-filter {"level": 5}
  conditional-filter  process      activated
  begin               start event  completed
  wait                user task    created    for clerks

> set {"ready": true}

> set {"level": 6}

> set {"ready": false}

> set {"ready": true}
  wait                user task       terminated
  filled              boundary event  completed
  full                end event       completed
  conditional-filter  process         completed
