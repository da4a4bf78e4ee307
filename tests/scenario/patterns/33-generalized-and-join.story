# Workflow pattern 33, Generalized AND-Join: tokens that come early on one flow wait for their partner on the other; none is lost.
process  33-generalized-and-join.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start generalized-and-join
  generalized-and-join  process           activated
  begin                 start event       completed
  all                   parallel gateway  completed
  letter                service task      activated  job letter
  letter-too            service task      activated  job letter-too
  stamp                 service task      activated  job stamp
  stamp-too             service task      activated  job stamp-too

> work letter
  letter   service task       completed
  letters  exclusive gateway  completed

> work letter-too
  letter-too  service task       completed
  letters     exclusive gateway  completed

> work stamp
  stamp   service task       completed
  stamps  exclusive gateway  completed
  joined  parallel gateway   completed
  post    service task       activated  job post

> work stamp-too
  stamp-too  service task       completed
  stamps     exclusive gateway  completed
  joined     parallel gateway   completed
  post       service task       activated  job post

> work post
  post  service task  completed
  done  end event     completed

> work post
  post                  service task  completed
  done                  end event     completed
  generalized-and-join  process       completed
