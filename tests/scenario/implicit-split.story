# BPMN 2.0.2, 13.3.1: several flows out are all taken; where flows meet at a task each token passes by itself.
process  implicit-split.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start implicit-split
  implicit-split  process      activated
  begin           start event  completed
  prepare         script task  completed
  left            user task    created    for clerks
  right           user task    created    for clerks

> complete left
  left   user task  completed
  count  user task  created    for clerks

> complete right
  right  user task  completed
  count  user task  created    for clerks

> complete count
  count  user task  completed
  done   end event  completed

> complete count
  count           user task  completed
  done            end event  completed
  implicit-split  process    completed
