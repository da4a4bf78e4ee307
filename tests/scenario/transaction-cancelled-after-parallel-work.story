# 13.3.4: cancelling a transaction ends what still runs in it, undoes what was done, latest first, and what was done in a sub-process too; then the cancel boundary event goes on.
process  transaction-cancelled-after-parallel-work.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start transaction-cancelled-after-parallel-work
  transaction-cancelled-after-parallel-work  process           activated
  begin                                      start event       completed
  travel                                     sub process       activated
  in                                         start event       completed
  all                                        parallel gateway  completed
  hotel                                      service task      activated  job hotel
  flights                                    sub process       activated
  visa                                       service task      activated  job visa
  fly                                        start event       completed
  there                                      service task      activated  job there

> work there
  there  service task  completed
  back   service task  activated  job back

> work hotel
  hotel  service task  completed

> work back
  back     service task  completed
  flown    end event     completed
  flights  sub process   completed

> work visa {"refused": true}
  visa     service task       completed
  granted  exclusive gateway  completed  took granted-to-refused
  refused  end event          activated
  unback   service task       activated  job unback

> work unback
  unback   service task  completed
  unthere  service task  activated  job unthere

> work unthere
  unthere  service task  completed
  unhotel  service task  activated  job unhotel

> work unhotel
  refused    end event       terminated
  unhotel    service task    completed
  cancelled  boundary event  completed
  tell       service task    activated   job tell
  travel     sub process     terminated

> work tell
  tell                                       service task  completed
  given-up                                   end event     completed
  transaction-cancelled-after-parallel-work  process       completed
