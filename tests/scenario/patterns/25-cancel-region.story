# Workflow pattern 25, Cancel Region: several tasks of a part are withdrawn at once, what is outside goes on. In BPMN the part is a sub-process.
process  25-cancel-region.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancel-region {"case": "A-1"}
  cancel-region  process           activated
  begin          start event       completed
  both           parallel gateway  completed
  part           sub process       activated
  stop           message           awaited    halt, key A-1
  outside        service task      activated  job outside
  inner          start event       completed
  split          parallel gateway  completed
  one            service task      activated  job one
  other          service task      activated  job other

> publish halt key A-1
  stop       message         correlated  halt
  one        service task    terminated
  other      service task    terminated
  stop       boundary event  completed
  withdrawn  end event       completed
  part       sub process     terminated

> work outside
  outside        service task  completed
  done           end event     completed
  cancel-region  process       completed
