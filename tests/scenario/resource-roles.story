# 10.3.1: potential owners and a performer of the standard, where zeebe:assignmentDefinition is absent.
process  resource-roles.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start resource-roles {"boss": "mori"}
  resource-roles  process      activated
  begin           start event  completed
  approve         user task    created    for clerks, mori

> complete approve
  approve         user task  completed
  done            end event  completed
  resource-roles  process    completed
