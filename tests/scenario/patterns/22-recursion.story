# Workflow pattern 22, Recursion: a process calls itself.
process  22-recursion.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start recursion {"depth": 2}
  recursion  process            activated
  begin      start event        completed
  deeper     exclusive gateway  completed  took deeper-to-again, deeper-to-again, deeper-to-bottom
  again      call activity      activated
  recursion  process            activated
  begin      start event        completed
  deeper     exclusive gateway  completed  took deeper-to-again, deeper-to-again, deeper-to-bottom
  again      call activity      activated
  recursion  process            activated
  begin      start event        completed
  deeper     exclusive gateway  completed  took deeper-to-again, deeper-to-again, deeper-to-bottom
  bottom     service task       activated  job bottom

> work bottom
  again      call activity  completed
  done       end event      completed
  recursion  process        completed
  bottom     service task   completed
  done       end event      completed
  recursion  process        completed
  again      call activity  completed
  done       end event      completed
  recursion  process        completed
