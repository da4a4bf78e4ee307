# 13.5.5: a transaction that has completed is undone like any sub-process.
process  transaction-completed-then-compensated.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start transaction-completed-then-compensated
  transaction-completed-then-compensated  process       activated
  begin                                   start event   completed
  travel                                  sub process   activated
  in                                      start event   completed
  hotel                                   service task  activated  job hotel

> work hotel
  hotel    service task              completed
  booked   end event                 completed
  undo     intermediate throw event  activated
  unhotel  service task              activated  job unhotel
  travel   sub process               completed

> work unhotel
  undo     intermediate throw event  completed
  unhotel  service task              completed
  after    service task              activated  job after

> work after
  after                                   service task  completed
  done                                    end event     completed
  transaction-completed-then-compensated  process       completed
