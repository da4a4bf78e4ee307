# Workflow pattern 1, Sequence: one task begins when the one before it is done.
process  01-sequence.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start sequence
  sequence  process       activated
  begin     start event   completed
  first     service task  activated  job first

> work first
  first   service task  completed
  second  service task  activated  job second

> work second
  second    service task  completed
  done      end event     completed
  sequence  process       completed
