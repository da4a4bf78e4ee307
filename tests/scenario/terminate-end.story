# BPMN 2.0.2, 13.5.6: it ends the scope it stands in, and no more than that.
process  terminate-end.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start terminate-end
  terminate-end  process           activated
  begin          start event       completed
  inside         sub process       activated
  inner-begin    start event       completed
  fork           parallel gateway  completed
  left           user task         created    for clerks
  right          user task         created    for clerks

> complete left
  left    user task    completed
  right   user task    terminated
  stop    end event    completed
  after   user task    created     for clerks
  inside  sub process  completed

> complete after
  after          user task  completed
  done           end event  completed
  terminate-end  process    completed
