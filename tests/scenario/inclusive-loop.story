# 13.4.3: a token that could come back through the fork keeps the join waiting; one that can only come through the join does not.
process  inclusive-loop.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start inclusive-loop {"who": ["a", "b"]}
  inclusive-loop  process            activated
  begin           start event        completed
  from-here       exclusive gateway  completed
  fork            inclusive gateway  completed  took fork-to-a, fork-to-b
  a               user task          created    for clerks
  b               user task          created    for clerks

> complete a
  a  user task  completed

> complete b {"again": true, "who": ["b"]}
  b          user task          completed
  join       inclusive gateway  completed
  once-more  exclusive gateway  completed  took once-more-to-from-here
  from-here  exclusive gateway  completed
  fork       inclusive gateway  completed  took fork-to-b
  b          user task          created    for clerks

> complete b {"again": false}
  b               user task          completed
  join            inclusive gateway  completed
  once-more       exclusive gateway  completed  took once-more-to-done
  done            end event          completed
  inclusive-loop  process            completed
