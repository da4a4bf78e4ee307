# A call of a process that nobody has deployed is an incident at the call.
process  call-missing.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-missing
  call-missing  process        activated
  begin         start event    completed
  lost          call activity  activated
  lost          incident       raised     CALLED_ELEMENT_ERROR: There is no process 'nowhere' deployed.
