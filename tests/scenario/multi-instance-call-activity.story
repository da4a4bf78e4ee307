# 13.3.7: a process called for each of a list, one after the other.
process  multi-instance-call-activity.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-instance-call-activity {"wards": ["Kita", "Minami"]}
  multi-instance-call-activity         process              activated
  begin                                start event          completed
  call                                 multi instance body  activated
  call                                 call activity        activated
  multi-instance-call-activity-called  process              activated
  begun                                start event          completed
  visit                                service task         activated  job visit

> work visit
  visit                                service task   completed
  over                                 end event      completed
  multi-instance-call-activity-called  process        completed
  call                                 call activity  completed
  call                                 call activity  activated
  multi-instance-call-activity-called  process        activated
  begun                                start event    completed
  visit                                service task   activated  job visit

> work visit
  visit                                service task         completed
  over                                 end event            completed
  multi-instance-call-activity-called  process              completed
  call                                 call activity        completed
  done                                 end event            completed
  call                                 multi instance body  completed
  multi-instance-call-activity         process              completed
