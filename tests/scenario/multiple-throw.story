# BPMN 2.0.2, 13.5.2: all of the events are thrown.
process  multiple-throw.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multiple-throw {"case": "7"}
  news-came       message                   correlated  news
  multiple-throw  process                   activated
  begin           start event               completed
  tell-all        intermediate throw event  completed
  done            end event                 completed
  multiple-throw  process                   completed
  hears-alarm     process                   activated
  alarm-rang      start event               completed
  alarm-heard     end event                 completed
  hears-alarm     process                   completed
  hears-news      process                   activated
  news-came       start event               completed
  news-read       end event                 completed
  hears-news      process                   completed
