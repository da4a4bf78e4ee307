# Workflow pattern 2, Parallel Split: one path becomes several at once.
process  02-parallel-split.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start parallel-split
  parallel-split  process           activated
  begin           start event       completed
  both            parallel gateway  completed
  one             service task      activated  job one
  other           service task      activated  job other

> work other
  other       service task  completed
  other-done  end event     completed

> work one
  one             service task  completed
  one-done        end event     completed
  parallel-split  process       completed
