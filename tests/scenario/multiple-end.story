# A multiple end event throws all it names: a signal that another process hears, an escalation nobody hears.
process  multiple-end.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start waiting
  waiting        process                   activated
  waiting-begin  start event               completed
  alarm          intermediate catch event  activated

> start multiple-end
  alarm         intermediate catch event  completed
  heard         end event                 completed
  waiting       process                   completed
  multiple-end  process                   activated
  begin         start event               completed
  told          end event                 completed
  multiple-end  process                   completed
