# One that doesn't interrupt occurs at each change for which its condition holds, also of what it sees when the task begins.
process  conditional-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional-boundary {"heat": 60}
  conditional-boundary  process         activated
  begin                 start event     completed
  bake                  user task       created    for clerks
  warm                  boundary event  completed
  cool                  user task       created    for clerks

> set {"heat": 60, "other": 1}

> set {"heat": 70}
  warm  boundary event  completed
  cool  user task       created    for clerks

> set {"heat": 20}

> set {"heat": 95}
  bake     user task       terminated
  warm     boundary event  completed
  burning  boundary event  completed
  cool     user task       created     for clerks
  burnt    end event       completed

> complete cool
  cool    user task  completed
  cooled  end event  completed

> complete cool
  cool    user task  completed
  cooled  end event  completed

> complete cool
  cool                  user task  completed
  cooled                end event  completed
  conditional-boundary  process    completed
