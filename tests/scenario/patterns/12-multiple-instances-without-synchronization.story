# Workflow pattern 12, Multiple Instances without Synchronization: several of one task run side by side, more as long as they are ordered, and each goes on alone.
process  12-multiple-instances-without-synchronization.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-instances-without-synchronization
  multiple-instances-without-synchronization  process            activated
  begin                                       start event        completed
  next                                        exclusive gateway  completed
  order                                       service task       activated  job order

> work order {"more": true}
  order  service task       completed
  make   parallel gateway   completed
  each   service task       activated  job each
  more   exclusive gateway  completed  took more-to-next
  next   exclusive gateway  completed
  order  service task       activated  job order

> work order {"more": true}
  order  service task       completed
  make   parallel gateway   completed
  each   service task       activated  job each
  more   exclusive gateway  completed  took more-to-next
  next   exclusive gateway  completed
  order  service task       activated  job order

> work each
  each  service task  completed
  done  end event     completed

> work order {"more": false}
  order  service task       completed
  make   parallel gateway   completed
  each   service task       activated  job each
  more   exclusive gateway  completed  took more-to-made
  made   end event          completed

> work each
  each  service task  completed
  done  end event     completed

> work each
  each                                        service task  completed
  done                                        end event     completed
  multiple-instances-without-synchronization  process       completed
