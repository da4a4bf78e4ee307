# Workflow pattern 42, Thread Split: one token becomes a given number on the same path.
process  42-thread-split.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start thread-split
  thread-split  process       activated
  begin         start event   completed
  make          service task  activated  job make

> work make
  make  service task  completed
  each  service task  activated  job each
  each  service task  activated  job each
  each  service task  activated  job each

> work each
  each  service task  completed
  done  end event     completed

> work each
  each  service task  completed
  done  end event     completed

> work each
  each          service task  completed
  done          end event     completed
  thread-split  process       completed
