# 13.3.7: a sub-process for each of a list, each with its own variables.
process  multi-instance-sub-process.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-instance-sub-process {"wards": ["Kita", "Minami"]}
  multi-instance-sub-process  process              activated
  begin                       start event          completed
  visit                       multi instance body  activated
  visit                       sub process          activated
  visit                       sub process          activated
  in                          start event          completed
  in                          start event          completed
  travel                      service task         activated  job travel
  travel                      service task         activated  job travel

> work travel/2
  travel  service task  completed
  report  service task  activated  job report

> work report {"result": "fine"}
  report  service task  completed
  out     end event     completed
  visit   sub process   completed

> work travel
  travel  service task  completed
  report  service task  activated  job report

> work report {"result": "late"}
  report                      service task         completed
  out                         end event            completed
  done                        end event            completed
  visit                       sub process          completed
  visit                       multi instance body  completed
  multi-instance-sub-process  process              completed

> show reports
  reports  variable  is  ["Kita: late","Minami: fine"]
