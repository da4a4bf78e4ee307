# BPMN 2.0.2, 13.4.4: the event that happens first takes the token, the others are waited for no more.
process  event-based-gateway.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start event-based-gateway {"number": "A-1"}
  event-based-gateway  process              activated
  begin                start event          completed
  first                event based gateway  activated
  silent               timer                waits      until 2026-04-03 10:00
  answered             message              awaited    answer, key A-1

> publish answer key A-1
  answered             message                   correlated  answer
  first                event based gateway       completed
  answered             intermediate catch event  completed
  yes                  end event                 completed
  event-based-gateway  process                   completed

> publish answer key A-1
  answer  message  met nobody

> start event-based-gateway {"number": "A-2"}
  event-based-gateway  process              activated
  begin                start event          completed
  first                event based gateway  activated
  silent               timer                waits      until 2026-04-03 10:00
  answered             message              awaited    answer, key A-2

> wait P1D
  first                event based gateway       completed
  silent               intermediate catch event  completed
  no                   end event                 completed
  event-based-gateway  process                   completed
