# Without a start event all that no flow leads to starts at once: in a process, in a called one and in a sub-process.
# A compensation handler, an event sub-process and a link's other end wait for what reaches them.
process  implicit-start.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start implicit-start
  implicit-start  process    activated
  draft           user task  created    for anybody
  survey          user task  created    for anybody

> complete survey
  survey  user task  completed

> complete draft
  draft        user task         completed
  both         parallel gateway  completed
  checks       sub process       activated
  check-money  user task         created    for anybody
  check-law    user task         created    for anybody

> signal question
  asked     event sub process  completed
  question  start event        completed
  answered  end event          completed

> complete check-law
  check-law  user task    completed
  law-noted  manual task  completed

> complete check-money
  check-money     user task                 completed
  jump            intermediate throw event  completed
  landed          intermediate catch event  completed
  done            end event                 completed
  checks          sub process               completed
  implicit-start  process                   completed

> start implicit-start-caller
  implicit-start-caller  process        activated
  begin                  start event    completed
  call                   call activity  activated
  implicit-start         process        activated
  draft                  user task      created    for anybody
  survey                 user task      created    for anybody

> complete draft
  draft  user task  completed

> complete survey
  survey       user task         completed
  both         parallel gateway  completed
  checks       sub process       activated
  check-money  user task         created    for anybody
  check-law    user task         created    for anybody

> complete check-money
  check-money  user task                 completed
  jump         intermediate throw event  completed
  landed       intermediate catch event  completed

> complete check-law
  check-law              user task      completed
  law-noted              manual task    completed
  done                   end event      completed
  checks                 sub process    completed
  implicit-start         process        completed
  call                   call activity  completed
  over                   end event      completed
  implicit-start-caller  process        completed
