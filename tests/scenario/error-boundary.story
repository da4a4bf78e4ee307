# An error is caught by its code, any other by the event without one.
process  error-boundary.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start error-boundary
  error-boundary  process       activated
  begin           start event   completed
  pay             service task  activated  job pay

> throw pay poor {"short": 20}
  pay             service task    terminated
  poor            boundary event  completed
  refused         end event       completed
  pay             job             threw error  poor
  error-boundary  process         completed

> show short
  short  variable  is  20

> start error-boundary
  error-boundary  process       activated
  begin           start event   completed
  pay             service task  activated  job pay

> throw pay stolen
  pay             service task    terminated
  other           boundary event  completed
  failed          end event       completed
  pay             job             threw error  stolen
  error-boundary  process         completed

> start error-boundary
  error-boundary  process       activated
  begin           start event   completed
  pay             service task  activated  job pay

> work pay
  pay             service task  completed
  paid            end event     completed
  error-boundary  process       completed
