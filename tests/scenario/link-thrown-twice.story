# 10.5.5: two throwing links lead to one catching link; a loop may be drawn by a link, too.
process  link-thrown-twice.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start link-thrown-twice {"detail": true}
  link-thrown-twice  process            activated
  begin              start event        completed
  which              exclusive gateway  completed  took which-to-long
  long               service task       activated  job long

> work long
  long       service task              completed
  from-long  intermediate throw event  completed
  to-look    intermediate catch event  completed
  look       service task              activated  job look

> work look {"again": true}
  look     service task              completed
  again    exclusive gateway         completed  took again-to-back
  back     intermediate throw event  completed
  to-look  intermediate catch event  completed
  look     service task              activated  job look

> work look {"again": false}
  look               service task       completed
  again              exclusive gateway  completed  took again-to-done
  done               end event          completed
  link-thrown-twice  process            completed

> start link-thrown-twice {"detail": false}
  link-thrown-twice  process            activated
  begin              start event        completed
  which              exclusive gateway  completed  took which-to-short
  short              service task       activated  job short

> work short
  short       service task              completed
  from-short  intermediate throw event  completed
  to-look     intermediate catch event  completed
  look        service task              activated  job look

> work look {"again": false}
  look               service task       completed
  again              exclusive gateway  completed  took again-to-done
  done               end event          completed
  link-thrown-twice  process            completed
