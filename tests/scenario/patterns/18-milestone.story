# Workflow pattern 18, Milestone: a task may begin only while another path has come so far, and no further. BPMN can't ask where another token
# is; it can ask a variable that the other path keeps.
process  18-milestone.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start milestone {"case": "A-1", "stage": "new"}
  milestone  process                   activated
  begin      start event               completed
  both       parallel gateway          completed
  register   service task              activated  job register
  asked      intermediate catch event  activated  for message wish, key A-1

> work register {"stage": "registered"}
  register  service task  completed
  close     service task  activated  job close

> publish wish key A-1
  asked     message                   correlated  wish
  asked     intermediate catch event  completed
  open-now  exclusive gateway         completed   took open-now-to-change
  change    service task              activated   job change

> work change
  change   service task  completed
  changed  end event     completed

> work close {"stage": "closed"}
  close      service task  completed
  closed     end event     completed
  milestone  process       completed

> start milestone {"case": "A-2", "stage": "new"}
  milestone  process                   activated
  begin      start event               completed
  both       parallel gateway          completed
  register   service task              activated  job register
  asked      intermediate catch event  activated  for message wish, key A-2

> work register {"stage": "registered"}
  register  service task  completed
  close     service task  activated  job close

> work close {"stage": "closed"}
  close   service task  completed
  closed  end event     completed

> publish wish key A-2
  asked      message                   correlated  wish
  asked      intermediate catch event  completed
  open-now   exclusive gateway         completed   took open-now-to-too-late
  too-late   end event                 completed
  milestone  process                   completed
