# A worker leads: it is asked on entering and after each activation has ended, one job at a time. An `answer` that it gives as null is
# local to the activation.
process  ad-hoc-led.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start ad-hoc-led
  ad-hoc-led  process             activated
  begin       start event         completed
  agent       ad hoc sub process  activated
  agent       leader              asked      job lead

> answer agent {"activate": {"weather": {"tool": "w", "toolCall": {"place": "Sakae", "days": 2}, "answer": null}, "search": {"tool": "s", "answer": null}, "search ": {}}}
  refused  not found    The ad-hoc sub-process 'agent' has no element 'search ' that can be activated.

> answer agent {"activate": {"weather": {"tool": "w", "toolCall": {"place": "Sakae", "days": 2}, "answer": null}, "search": {"tool": "s", "answer": null}}}
  agent#innerInstance  ad hoc sub process inner instance  activated
  agent#innerInstance  ad hoc sub process inner instance  activated
  weather              service task                       activated  job weather
  search               service task                       activated  job search

> work weather {"answer": "rain"}
  agent#innerInstance  ad hoc sub process inner instance  completed
  weather              service task                       completed
  agent                leader                             asked      job lead

> work search {"answer": 42}
  agent#innerInstance  ad hoc sub process inner instance  completed
  search               service task                       completed
  agent                leader                             asked      job lead

> fail agent 0
  agent  job       failed  retries: 0
  agent  incident  raised  AD_HOC_SUB_PROCESS_NO_RETRIES: the worker said no

> resolve agent
  agent  job       gets      retries: 1
  agent  incident  resolved

> answer agent {"activate": {"search": {"tool": "s2", "answer": null}}}
  agent#innerInstance  ad hoc sub process inner instance  activated
  search               service task                       activated  job search

> answer agent {"fulfilled": true}
  refused  not found    No job waits at 'agent'.

> work search {"answer": 43}
  agent#innerInstance  ad hoc sub process inner instance  completed
  search               service task                       completed
  agent                leader                             asked      job lead

> answer agent {"activate": {"search": {"tool": "s3", "answer": null}, "weather": {"tool": "w2"}}}
  agent#innerInstance  ad hoc sub process inner instance  activated
  agent#innerInstance  ad hoc sub process inner instance  activated
  search               service task                       activated  job search
  weather              service task                       activated  job weather

# Whoever is fast activates something himself; the worker is asked anew when it has ended.
> activate agent {"search": {"tool": "person", "answer": null}}
  agent#innerInstance  ad hoc sub process inner instance  activated
  search               service task                       activated  job search

> work search/2 {"answer": 44}
  agent#innerInstance  ad hoc sub process inner instance  completed
  search               service task                       completed
  agent                leader                             asked      job lead

> answer agent {"fulfilled": true, "cancel": true}
  agent#innerInstance  ad hoc sub process inner instance  terminated
  agent#innerInstance  ad hoc sub process inner instance  terminated
  search               service task                       terminated
  weather              service task                       terminated
  done                 end event                          completed
  agent                ad hoc sub process                 completed
  ad-hoc-led           process                            completed

> show answers answer
  answers  variable  is  [{"tool":"w","answer":"rain"},{"tool":"s","answer":42},{"tool":"s2","answer":43},{"tool":"person","answer":44}]
  answer   variable  is  absent

> start ad-hoc-led
  ad-hoc-led  process             activated
  begin       start event         completed
  agent       ad hoc sub process  activated
  agent       leader              asked      job lead

> throw agent lost
  confused    boundary event      completed
  given-up    end event           completed
  agent       job                 threw error  lost
  agent       ad hoc sub process  terminated
  ad-hoc-led  process             completed
