# 10.4: data associations of elements with an ioSpecification; the object's state is told beside it.
process  data-objects.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start data-objects
  data-objects  process       activated
  begin         start event   completed
  write         service task  activated  job write

> work write {"result": {"price": 21}}
  write  service task  completed
  read   service task  activated  job read

> show order dataStates
  order       variable  is  {"price":21}
  dataStates  variable  is  {"order":"ordered"}

> work read
  read          service task  completed
  done          end event     completed
  data-objects  process       completed
