# Each start event begins an instance of its own.
process  several-starts.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start several-starts
  several-starts  process      activated
  by-hand         start event  completed
  done            end event    completed
  several-starts  process      completed

> publish paid key 7
  by-message      message      correlated  paid
  several-starts  process      activated
  by-message      start event  completed
  done            end event    completed
  several-starts  process      completed

> signal go
  several-starts  process      activated
  by-signal       start event  completed
  done            end event    completed
  several-starts  process      completed

> wait until 2026-04-03 09:00
  several-starts  process      activated
  by-date         start event  completed
  done            end event    completed
  several-starts  process      completed
