# Workflow pattern 20, Cancel Case: everything that runs is withdrawn and the case ends.
process  20-cancel-case.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start cancel-case
  cancel-case  process           activated
  begin        start event       completed
  both         parallel gateway  completed
  one          service task      activated  job one
  other        service task      activated  job other

> work one {"stop": true}
  one          service task       completed
  other        service task       terminated
  how          exclusive gateway  completed   took how-to-stopped
  stopped      end event          completed
  cancel-case  process            completed
