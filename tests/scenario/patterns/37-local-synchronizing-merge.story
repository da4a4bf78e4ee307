# Workflow pattern 37, Local Synchronizing Merge: what can still come is seen from the neighbourhood alone: here not the path that has already left for another end.
process  37-local-synchronizing-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start local-synchronizing-merge {"police": true, "doctor": true}
  local-synchronizing-merge  process            activated
  begin                      start event        completed
  who                        inclusive gateway  completed  took who-to-doctor, who-to-police
  police                     service task       activated  job police
  doctor                     service task       activated  job doctor

> work police
  police  service task  completed

> work doctor {"needed": false}
  doctor                     service task       completed
  needed                     exclusive gateway  completed  took needed-to-not-needed
  not-needed                 end event          completed
  all                        inclusive gateway  completed
  done                       end event          completed
  local-synchronizing-merge  process            completed

> start local-synchronizing-merge {"police": true, "doctor": true}
  local-synchronizing-merge  process            activated
  begin                      start event        completed
  who                        inclusive gateway  completed  took who-to-doctor, who-to-police
  police                     service task       activated  job police
  doctor                     service task       activated  job doctor

> work police
  police  service task  completed

> work doctor {"needed": true}
  doctor                     service task       completed
  needed                     exclusive gateway  completed  took needed-to-all
  all                        inclusive gateway  completed
  done                       end event          completed
  local-synchronizing-merge  process            completed
