# It is looked at when the token comes, and again whenever what it reads has changed.
process  conditional.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start conditional {"count": 1}
  conditional  process                   activated
  begin        start event               completed
  enough       intermediate catch event  activated

> set {"count": 2}

> set {"count": 3}
  enough       intermediate catch event  completed
  done         end event                 completed
  conditional  process                   completed

> start conditional {"count": 5}
  conditional  process                   activated
  begin        start event               completed
  enough       intermediate catch event  completed
  done         end event                 completed
  conditional  process                   completed
