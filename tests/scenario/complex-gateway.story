# 13.4.5: two of three opinions are enough; the third comes to the reset, by the flows whose conditions ask for it.
process  complex-gateway.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start complex-gateway
  complex-gateway  process           activated
  begin            start event       completed
  fork             parallel gateway  completed
  ask-ward         user task         created    for clerks
  ask-lab          user task         created    for clerks
  ask-vendor       user task         created    for clerks

> complete ask-ward
  ask-ward  user task  completed

> complete ask-lab
  ask-lab       user task  completed
  two-of-three  unknown    completed
  decide        user task  created    for clerks

> complete decide
  decide   user task  completed
  decided  end event  completed

> complete ask-vendor
  ask-vendor    user task  completed
  two-of-three  unknown    completed
  file          user task  created    for clerks

> complete file
  file             user task  completed
  filed            end event  completed
  complex-gateway  process    completed
