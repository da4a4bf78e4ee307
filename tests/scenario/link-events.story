# BPMN 2.0.2, 10.5.4: a jump within the process, as if the flow had been drawn through.
process  link-events.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start link-events
  link-events  process      activated
  begin        start event  completed
  look         user task    created    for clerks

> complete look {"unclear": true}
  look       user task                 completed
  again      exclusive gateway         completed  took again-to-go-back
  go-back    intermediate throw event  completed
  come-back  intermediate catch event  completed
  look       user task                 created    for clerks

> complete look {"unclear": false}
  look         user task          completed
  again        exclusive gateway  completed  took again-to-done
  done         end event          completed
  link-events  process            completed
