# The binding says which version is called: of the same deployment, or the newest with a tag; a tag nobody bears is an incident.
process  call-bindings.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-bindings
  call-bindings  process        activated
  begin          start event    completed
  together       call activity  activated
  called         process        activated
  called-begin   start event    completed
  called-task    user task      created    for clerks

> complete called-task
  called-task  user task      completed
  called-done  end event      completed
  called       process        completed
  together     call activity  completed
  tagged       call activity  activated
  tagged       incident       raised     CALLED_ELEMENT_ERROR: There is no process 'called' deployed with version tag 'spring'.
