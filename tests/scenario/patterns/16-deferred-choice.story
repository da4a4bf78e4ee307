# Workflow pattern 16, Deferred Choice: what happens first decides, not the data.
process  16-deferred-choice.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start deferred-choice {"case": "A-1"}
  deferred-choice  process              activated
  begin            start event          completed
  wait             event based gateway  activated
  late             timer                waits      until 2026-04-02 12:00
  came             message              awaited    reply, key A-1

> publish reply key A-1
  came    message                   correlated  reply
  wait    event based gateway       completed
  came    intermediate catch event  completed
  answer  service task              activated   job answer

> start deferred-choice {"case": "A-2"}
  deferred-choice  process              activated
  begin            start event          completed
  wait             event based gateway  activated
  late             timer                waits      until 2026-04-02 12:00
  came             message              awaited    reply, key A-2

> wait PT3H
  at      2026-04-02 12:00
  wait    event based gateway       completed
  late    intermediate catch event  completed
  remind  service task              activated  job remind
