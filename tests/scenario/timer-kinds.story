# A date, a duration and a text worked out by FEEL, one behind the other.
process  timer-kinds.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start timer-kinds {"days": 2}
  timer-kinds  process                   activated
  begin        start event               completed
  at-noon      intermediate catch event  activated  until 2026-04-02 12:00

> wait until 2026-04-02 12:00
  at-noon  intermediate catch event  completed
  later    intermediate catch event  activated  until 2026-04-02 13:30

> wait PT90M
  later       intermediate catch event  completed
  worked-out  intermediate catch event  activated  until 2026-04-04 13:30

> wait P2D
  worked-out   intermediate catch event  completed
  done         end event                 completed
  timer-kinds  process                   completed
