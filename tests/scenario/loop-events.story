# BPMN 2.0.2, table 10.30: as its runs complete, a multi-instance activity throws what its complex behavior says; its boundary
# catches it.
process  loop-events.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start loop-events {"case": "c1", "chiefs": ["x", "y", "z"]}
  loop-events  process              activated
  begin        start event          completed
  ask          multi instance body  activated
  asked-back   message              awaited    unsure, key c1
  ask          service task         activated  job ask
  ask          service task         activated  job ask
  ask          service task         activated  job ask

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

> start loop-events {"case": "c2", "chiefs": ["x", "y"]}
  loop-events  process              activated
  begin        start event          completed
  ask          multi instance body  activated
  asked-back   message              awaited    unsure, key c2
  ask          service task         activated  job ask
  ask          service task         activated  job ask

> work ask {"vote": "yes"}
  ask  service task  completed

> work ask {"vote": "no"}
  ask          service task         completed
  done         end event            completed
  ask          multi instance body  completed
  loop-events  process              completed
