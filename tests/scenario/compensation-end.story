# 13.5.5: a compensation end event undoes all of its scope, the latest first, before the scope ends.
process  compensation-end.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start compensation-end
  compensation-end  process       activated
  begin             start event   completed
  first             service task  activated  job first

> work first
  first   service task  completed
  second  service task  activated  job second

> work second
  second      service task  completed
  all-undone  end event     activated
  unsecond    service task  activated  job unsecond

> work unsecond
  unsecond  service task  completed
  unfirst   service task  activated  job unfirst

> work unfirst
  all-undone        end event     completed
  unfirst           service task  completed
  compensation-end  process       completed
