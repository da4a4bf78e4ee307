# BPMN 2.0.2, 13.3.6: again and again while its condition holds, and no more often than it may.
process  standard-loop.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start standard-loop
  standard-loop  process              activated
  begin          start event          completed
  try            multi instance body  activated
  try            user task            created    for clerks

> complete try {"again": true}
  try  user task  completed
  try  user task  created    for clerks

> complete try {"again": false}
  try            user task            completed
  done           end event            completed
  try            multi instance body  completed
  standard-loop  process              completed

> start standard-loop
  standard-loop  process              activated
  begin          start event          completed
  try            multi instance body  activated
  try            user task            created    for clerks

> complete try {"again": true}
  try  user task  completed
  try  user task  created    for clerks

> complete try {"again": true}
  try  user task  completed
  try  user task  created    for clerks

> complete try {"again": true}
  try            user task            completed
  done           end event            completed
  try            multi instance body  completed
  standard-loop  process              completed
