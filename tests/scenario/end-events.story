# 13.5.6: several end events; each does what it says when its token comes, the process ends with the last.
process  end-events.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start end-events
  end-events  process           activated
  begin       start event       completed
  all         parallel gateway  completed
  one         service task      activated  job one
  two         service task      activated  job two
  three       service task      activated  job three

> work two
  two       service task       completed
  rung      end event          completed
  on-alarm  event sub process  activated
  heard     start event        completed
  look      service task       activated  job look

> work three
  three    service task       completed
  told     end event          completed
  on-note  event sub process  activated
  noted    start event        completed
  file     service task       activated  job file

> work one
  one    service task  completed
  plain  end event     completed

> work file
  file     service task       completed
  filed    end event          completed
  on-note  event sub process  completed

> work look
  look        service task       completed
  looked      end event          completed
  on-alarm    event sub process  completed
  end-events  process            completed
