# An error goes outward through called processes until somebody names its code; what lay between ends.
process  call-error-two-levels.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-error-two-levels
  call-error-two-levels  process        activated
  begin                  start event    completed
  middle-call            call activity  activated
  middle                 process        activated
  middle-begin           start event    completed
  inner-call             call activity  activated
  innermost              process        activated
  inner-begin            start event    completed
  inner                  user task      created    for clerks

> complete inner
  inner-call    call activity   terminated
  middle        process         terminated
  inner         user task       completed
  inner-broken  end event       terminated
  innermost     process         terminated
  middle-call   call activity   terminated
  broken-above  boundary event  completed
  mend          user task       created     for clerks

> complete mend
  mend                   user task  completed
  mended                 end event  completed
  call-error-two-levels  process    completed
