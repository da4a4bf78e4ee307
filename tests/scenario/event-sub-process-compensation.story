# 13.5.5: a compensation event sub-process is how its sub-process is undone once that is complete; the data are those it had.
process  event-sub-process-compensation.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start event-sub-process-compensation
  event-sub-process-compensation  process       activated
  begin                           start event   completed
  booking                         sub process   activated
  in                              start event   completed
  book                            service task  activated  job book

> work book
  book         service task              completed
  out          end event                 completed
  undo         intermediate throw event  activated
  unbooking    event sub process         activated
  called-back  start event               completed
  unbook       service task              activated  job unbook
  booking      sub process               completed

> work unbook
  undo                            intermediate throw event  completed
  unbook                          service task              completed
  unbooked                        end event                 completed
  done                            end event                 completed
  unbooking                       event sub process         completed
  event-sub-process-compensation  process                   completed
