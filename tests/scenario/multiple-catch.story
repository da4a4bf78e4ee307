# A multiple event occurs with the first of its events, whichever that is; the others are waited for no longer.
process  multiple-catch.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-catch {"order": "7"}
  multiple-catch  process                   activated
  begin           start event               completed
  any             intermediate catch event  activated  until 2026-04-02 12:00

> signal go
  any             intermediate catch event  completed
  done            end event                 completed
  multiple-catch  process                   completed

> start multiple-catch {"order": "8"}
  multiple-catch  process                   activated
  begin           start event               completed
  any             intermediate catch event  activated  until 2026-04-02 12:00

> publish paid key 8
  any             message                   correlated  paid
  any             intermediate catch event  completed
  done            end event                 completed
  multiple-catch  process                   completed

> start multiple-catch {"order": "9"}
  multiple-catch  process                   activated
  begin           start event               completed
  any             intermediate catch event  activated  until 2026-04-02 12:00

> wait PT2H
  any             intermediate catch event  completed
  done            end event                 completed
  multiple-catch  process                   completed
