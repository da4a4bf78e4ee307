# Another process is run; its end is the end of the call, its error comes out of it.
process  call-activity.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start call-activity {"text": "When?"}
  call-activity  process        activated
  begin          start event    completed
  ask            call activity  activated
  answer         process        activated
  asked          start event    completed
  reply-to       user task      created    for clerks

> complete reply-to {"reply": "Now", "own": 1}
  reply-to       user task          completed
  known          exclusive gateway  completed  took known-to-answered
  answered       end event          completed
  answer         process            completed
  ask            call activity      completed
  done           end event          completed
  call-activity  process            completed

> show reply own
  reply  variable  is  "Now"
  own    variable  is  absent

> start call-activity {"text": "Why?"}
  call-activity  process        activated
  begin          start event    completed
  ask            call activity  activated
  answer         process        activated
  asked          start event    completed
  reply-to       user task      created    for clerks

> complete reply-to {"reply": null}
  reply-to       user task          completed
  known          exclusive gateway  completed   took known-to-no-idea
  no-idea        end event          terminated
  answer         process            terminated
  ask            call activity      terminated
  unknown        boundary event     completed
  asked-in-vain  end event          completed
  call-activity  process            completed

> start call-activity {"text": "Who?"}
  call-activity  process        activated
  begin          start event    completed
  ask            call activity  activated
  answer         process        activated
  asked          start event    completed
  reply-to       user task      created    for clerks

> cancel call-activity
  reply-to       user task      terminated
  answer         process        terminated
  ask            call activity  terminated
  call-activity  process        terminated
