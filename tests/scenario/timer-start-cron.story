# A cron text: every day at nine.
process  timer-start-cron.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> wait until 2026-04-03 09:00
  timer-start-cron  process      activated
  daily             start event  completed
  done              end event    completed
  timer-start-cron  process      completed

> wait until 2026-04-04 10:00
  at                2026-04-04 09:00
  timer-start-cron  process           activated
  daily             start event       completed
  done              end event         completed
  timer-start-cron  process           completed
