# BPMN 2.0.2, 13.4.3: every flow whose condition holds, else the default; the join waits for those that can still come.
process  inclusive-gateway.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start inclusive-gateway {"told": ["vendor", "ward"]}
  inclusive-gateway  process            activated
  begin              start event        completed
  who                inclusive gateway  completed  took who-to-vendor, who-to-ward
  vendor             user task          created    for clerks
  ward               user task          created    for clerks

> complete ward
  ward  user task  completed

> complete vendor
  vendor             user task          completed
  all                inclusive gateway  completed
  done               end event          completed
  inclusive-gateway  process            completed

> start inclusive-gateway {"told": []}
  inclusive-gateway  process            activated
  begin              start event        completed
  who                inclusive gateway  completed  took who-to-nobody
  nobody             user task          created    for clerks

> complete nobody
  nobody             user task          completed
  all                inclusive gateway  completed
  done               end event          completed
  inclusive-gateway  process            completed
