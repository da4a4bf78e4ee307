# 差戻し by command: a case goes back to a step that its token has passed, though no flow leads there. Into one branch: the join
# remembers the other. To a sibling branch: refused. Before the fork: everything is taken back, after what was done is undone.
process  return-to-passed-step.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start return-to-passed-step
  return-to-passed-step  process      activated
  begin                  start event  completed
  correct                user task    created    for anybody

> complete correct
  correct       user task     completed
  open-account  service task  activated  job open-account

> work open-account
  open-account    service task      completed
  both            parallel gateway  completed
  check-money     user task         created    for anybody
  check-security  user task         created    for anybody

> complete check-money
  check-money  user task  completed

> return check-security check-money {"reason": "the sum is wrong"}
  refused  invalid state    Command 'RETURN' rejected with code 'INVALID_STATE': Expected to return user task with key '#' to 'check-money', but RETURN_TARGET_NOT_ON_PATH: 'check-money' is not on the path by which 'check-security' was reached. Choose a step before the fork, or ask that person anew.

> return check-security correct
  refused  invalid argument    A return needs a reason: say in 'reason' what is to be mended.

> complete check-security
  check-security  user task         completed
  checked         parallel gateway  completed
  decide          user task         created    for anybody

> return decide check-money {"reason": "the sum is wrong"}
  decide       user task  terminated
  check-money  user task  created     for anybody

> show outcome returnReason
  outcome       variable  is  "returned"
  returnReason  variable  is  "the sum is wrong"

> complete check-money
  check-money  user task         completed
  checked      parallel gateway  completed
  decide       user task         created    for anybody

> return decide correct {"reason": "the applicant has changed"}
  close-account  service task  activated  job close-account

> work close-account
  decide         user task     terminated
  close-account  service task  completed
  correct        user task     created     for anybody

> complete correct
  correct       user task     completed
  open-account  service task  activated  job open-account

> work open-account
  open-account    service task      completed
  both            parallel gateway  completed
  check-money     user task         created    for anybody
  check-security  user task         created    for anybody

> complete check-security
  check-security  user task  completed

> complete check-money
  check-money  user task         completed
  checked      parallel gateway  completed
  decide       user task         created    for anybody

> complete decide
  decide                 user task  completed
  decided                end event  completed
  return-to-passed-step  process    completed
