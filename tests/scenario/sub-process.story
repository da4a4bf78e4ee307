# A scope of its own: what is local stays there, what is mapped comes out.
process  sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start sub-process
  sub-process  process      activated
  begin        start event  completed
  inside       sub process  activated
  inner-begin  start event  completed
  write        user task    created    for clerks

> complete write {"text": "Dear"}
  write        user task    completed
  inner-end    end event    completed
  done         end event    completed
  inside       sub process  completed
  sub-process  process      completed

> show letter state text
  letter  variable  is  "Dear"
  state   variable  is  absent
  text    variable  is  "Dear"
