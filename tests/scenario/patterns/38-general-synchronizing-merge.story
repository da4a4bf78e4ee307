# Workflow pattern 38, General Synchronizing Merge: what can still come is looked for in the whole process: the join waits while the doctor is asked again and again.
process  38-general-synchronizing-merge.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start general-synchronizing-merge
  general-synchronizing-merge  process            activated
  begin                        start event        completed
  both                         parallel gateway   completed
  police                       service task       activated  job police
  ask-again                    exclusive gateway  completed
  doctor                       service task       activated  job doctor

> work police
  police  service task  completed

> work doctor {"sure": false}
  doctor     service task       completed
  sure       exclusive gateway  completed  took sure-to-ask-again
  ask-again  exclusive gateway  completed
  doctor     service task       activated  job doctor

> work doctor {"sure": true}
  doctor  service task       completed
  sure    exclusive gateway  completed  took sure-to-all
  all     inclusive gateway  completed
  report  service task       activated  job report

> work report
  report                       service task  completed
  done                         end event     completed
  general-synchronizing-merge  process       completed
