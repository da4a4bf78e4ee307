# Listeners hold each element up, in order, before and after; what the one of a gateway gives, its conditions see.
process  execution-listeners.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start execution-listeners
  execution-listeners  process   activated
  execution-listeners  listener  told       start, job open

> work execution-listeners {"opened": true}
  begin  start event  activated
  begin  listener     told       end, job after-begin

> work begin
  begin  start event        completed
  way    exclusive gateway  activated
  way    listener           told       start, job choose

> work way {"isShort": false}
  way   exclusive gateway  completed  took way-to-part
  part  sub process        activated
  part  listener           told       start, job before-part

> work part
  part-begins  start event   completed
  print        service task  activated
  print        listener      told       start, job before-print

> fail print 1
  print  job  failed  retries: 1

> work print
  print  listener  told  start, job before-print-too

# The listener that failed for good is told again; the one before it is not.
> fail print 0
  print  job       failed  retries: 0
  print  incident  raised  EXECUTION_LISTENER_NO_RETRIES: the worker said no

> resolve print
  print  job       gets      retries: 1
  print  incident  resolved

> work print

> work print {"printed": 8}
  print  listener  told  end, job after-print

> work print
  print  service task  completed
  part   listener      told       end, job after-part

> work part
  done  end event    activated
  done  listener     told       start, job before-done
  part  sub process  completed

> work done
  done                 end event  completed
  execution-listeners  listener   told       end, job close

> work execution-listeners
  execution-listeners  process  completed

> show opened printed isShort
  opened   variable  is  true
  printed  variable  is  8
  isShort  variable  is  absent

# The short way, by an event that throws nothing.
> start execution-listeners
  execution-listeners  process   activated
  execution-listeners  listener  told       start, job open

> work execution-listeners
  begin  start event  activated
  begin  listener     told       end, job after-begin

> work begin
  begin  start event        completed
  way    exclusive gateway  activated
  way    listener           told       start, job choose

> work way {"isShort": true}
  way     exclusive gateway         completed  took way-to-passed
  passed  intermediate throw event  activated
  passed  listener                  told       start, job before-passed

> work passed
  passed  listener  told  end, job after-passed

> work passed
  passed  intermediate throw event  completed
  done    end event                 activated
  done    listener                  told       start, job before-done

> work done
  done                 end event  completed
  execution-listeners  listener   told       end, job close

> work execution-listeners
  execution-listeners  process  completed

# A boundary event has no start to be told of; it waits for its end.
> start execution-listeners
  execution-listeners  process   activated
  execution-listeners  listener  told       start, job open

> work execution-listeners
  begin  start event  activated
  begin  listener     told       end, job after-begin

> work begin
  begin  start event        completed
  way    exclusive gateway  activated
  way    listener           told       start, job choose

> work way {"isShort": false}
  way   exclusive gateway  completed  took way-to-part
  part  sub process        activated
  part  listener           told       start, job before-part

> work part
  part-begins  start event   completed
  print        service task  activated
  print        listener      told       start, job before-print

> wait PT1H
  print  service task    terminated
  late   boundary event  activated
  late   listener        told        end, job after-late
  part   sub process     terminated

> work late
  late  boundary event  completed
  done  end event       activated
  done  listener        told       start, job before-done

# Whoever listens to the cancelling of the process is told when all in it has ended.
> cancel execution-listeners
  done                 end event  terminated
  execution-listeners  listener   told        cancel, job give-up

> work execution-listeners {"why": "too late"}
  execution-listeners  process  terminated

> show why
  why  variable  is  "too late"
