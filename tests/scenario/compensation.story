# BPMN 2.0.2, 13.5.5: what was completed is taken back by its own handler, once, when it is asked for.
process  compensation.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start compensation
  compensation  process       activated
  begin         start event   completed
  reserve       service task  activated  job reserve

> work reserve
  reserve  service task  completed
  sign     user task     created    for clerks

> complete sign {"outcome": "rejected"}
  sign                user task                 completed
  signed              exclusive gateway         completed  took signed-to-take-back
  take-back           intermediate throw event  activated
  cancel-reservation  service task              activated  job cancel-reservation

> work cancel-reservation
  take-back           intermediate throw event  completed
  cancel-reservation  service task              completed
  given-up            end event                 completed
  compensation        process                   completed

> start compensation
  compensation  process       activated
  begin         start event   completed
  reserve       service task  activated  job reserve

> work reserve
  reserve  service task  completed
  sign     user task     created    for clerks

> complete sign {"outcome": "approved"}
  sign          user task          completed
  signed        exclusive gateway  completed  took signed-to-done
  done          end event          completed
  compensation  process            completed
