# Workflow pattern 43, Explicit Termination: when a certain end is reached the case ends, whatever else is under way.
process  43-explicit-termination.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start explicit-termination
  explicit-termination  process           activated
  begin                 start event       completed
  both                  parallel gateway  completed
  one                   service task      activated  job one
  other                 service task      activated  job other

> work other
  one                   service task  terminated
  other                 service task  completed
  all-over              end event     completed
  explicit-termination  process       completed
