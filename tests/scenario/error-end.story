# An error end event goes out to the nearest that catches it; one that nobody catches is an incident.
process  error-end.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start error-end {"kind": "late"}
  error-end    process            activated
  begin        start event        completed
  inside       sub process        terminated
  inner-begin  start event        completed
  which        exclusive gateway  completed   took which-to-raise
  raise        end event          terminated
  late         boundary event     completed
  apologised   end event          completed
  error-end    process            completed

> start error-end {"kind": "none"}
  error-end    process            activated
  begin        start event        completed
  inside       sub process        completed
  inner-begin  start event        completed
  which        exclusive gateway  completed  took which-to-inner-end
  inner-end    end event          completed
  done         end event          completed
  error-end    process            completed

> start error-end {"kind": "unknown"}
  error-end      process            activated
  begin          start event        completed
  inside         sub process        activated
  inner-begin    start event        completed
  which          exclusive gateway  completed  took which-to-raise-unknown
  raise-unknown  end event          activated
  raise-unknown  incident           raised     UNHANDLED_ERROR_EVENT: Nobody catches the error 'unknown' thrown by 'raise-unknown'.
