# Two sides of a task: the left event takes it away once both messages are there, the right one only tells, for each pair.
process  parallel-multiple-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-multiple-boundary {"order": "7"}
  parallel-multiple-boundary  process      activated
  begin                       start event  completed
  prepare                     user task    created    for clerks
  overtaken                   message      awaited    paid, key 7
  overtaken                   message      awaited    packed, key 7
  talked                      message      awaited    asked, key 7
  talked                      message      awaited    answered, key 7

> publish asked key 7
  talked  message  correlated  asked

> publish asked key 7
  talked  message  correlated  asked

> publish answered key 7
  talked  message         correlated  answered
  talked  boundary event  completed
  tell    user task       created     for clerks

> publish answered key 7
  talked  message         correlated  answered
  talked  boundary event  completed
  tell    user task       created     for clerks

> publish paid key 7
  overtaken  message  correlated  paid

> publish packed key 7
  overtaken  message         correlated  packed
  prepare    user task       terminated
  overtaken  boundary event  completed
  gone       end event       completed

> complete tell
  tell  user task  completed
  told  end event  completed

> complete tell
  tell                        user task  completed
  told                        end event  completed
  parallel-multiple-boundary  process    completed
