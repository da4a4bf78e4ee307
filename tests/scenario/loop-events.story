# BPMN 2.0.2, table 10.30: as its runs complete, a multi-instance activity throws what its complex behavior says; its boundary
# catches it.
process  loop-events.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start loop-events {"case": "c1", "chiefs": ["x", "y", "z"]}
  loop-events  process       activated
  begin        start event   completed
  prepare      service task  activated  job prepare

> work prepare
  prepare     service task         completed
  ask         multi instance body  activated
  asked-back  message              awaited    unsure, key c1
  ask         service task         activated  job ask
  ask         service task         activated  job ask
  ask         service task         activated  job ask

> work ask {"vote": "no"}
  ask      service task    completed
  doubted  boundary event  completed
  noted    end event       completed

> work ask {"vote": "maybe"}
  ask         service task    completed
  asked-back  boundary event  completed
  answered    end event       completed

> work ask {"vote": "no"}
  ask          service task         terminated
  said-no      boundary event       completed
  refusal      end event            completed
  ask          multi instance body  terminated
  loop-events  process              completed

> start loop-events {"case": "c2", "chiefs": ["x", "y", "z", "w"]}
  loop-events  process       activated
  begin        start event   completed
  prepare      service task  activated  job prepare

> work prepare
  prepare     service task         completed
  ask         multi instance body  activated
  asked-back  message              awaited    unsure, key c2
  ask         service task         activated  job ask
  ask         service task         activated  job ask
  ask         service task         activated  job ask
  ask         service task         activated  job ask

> work ask {"vote": "yes"}
  ask  service task  completed

# Handlers run inside the activity, which waits for them; the others go on meanwhile.
> work ask {"vote": "undo"}
  ask    service task              completed
  ask    intermediate throw event  activated
  clear  service task              activated  job clear

> work ask {"vote": "yes"}
  ask  service task  completed

> work clear
  ask    intermediate throw event  completed
  clear  service task              completed

# Its own runs are undone, the latest first.
> work ask {"vote": "undo votes"}
  ask     service task              completed
  ask     intermediate throw event  activated
  forget  service task              activated  job forget

> work forget
  forget  service task  completed
  forget  service task  activated  job forget

> work forget
  forget  service task  completed
  forget  service task  activated  job forget

> work forget
  forget  service task  completed
  forget  service task  activated  job forget

> work forget
  ask          intermediate throw event  completed
  forget       service task              completed
  done         end event                 completed
  ask          multi instance body       completed
  loop-events  process                   completed

> show votes
  votes  variable  is  ["yes","undo","yes","undo votes"]
