# Workflow pattern 11, Implicit Termination: the case ends when nothing is left to do, without being told.
process  11-implicit-termination.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start implicit-termination
  implicit-termination  process           activated
  begin                 start event       completed
  both                  parallel gateway  completed
  one                   service task      activated  job one
  other                 service task      activated  job other

> work one
  one  service task  completed

> work other
  other                 service task  completed
  implicit-termination  process       completed
