# Workflow pattern 7, Structured Synchronizing Merge: those paths become one that an earlier multi-choice began.
process  07-structured-synchronizing-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start structured-synchronizing-merge {"police": true, "doctor": true, "press": false}
  structured-synchronizing-merge  process            activated
  begin                           start event        completed
  who                             inclusive gateway  completed  took who-to-doctor, who-to-police
  police                          service task       activated  job police
  doctor                          service task       activated  job doctor

> work police
  police  service task  completed

> work doctor
  doctor                          service task       completed
  all                             inclusive gateway  completed
  done                            end event          completed
  structured-synchronizing-merge  process            completed

> start structured-synchronizing-merge {"police": false, "doctor": false, "press": true}
  structured-synchronizing-merge  process            activated
  begin                           start event        completed
  who                             inclusive gateway  completed  took who-to-press
  press                           service task       activated  job press

> work press
  press                           service task       completed
  all                             inclusive gateway  completed
  done                            end event          completed
  structured-synchronizing-merge  process            completed
