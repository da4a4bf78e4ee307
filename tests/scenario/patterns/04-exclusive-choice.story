# Workflow pattern 4, Exclusive Choice: one of several paths, by the data.
process  04-exclusive-choice.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start exclusive-choice {"amount": 500}
  exclusive-choice  process            activated
  begin             start event        completed
  which             exclusive gateway  completed  took which-to-large
  large             service task       activated  job large

> work large
  large             service task  completed
  large-done        end event     completed
  exclusive-choice  process       completed

> start exclusive-choice {"amount": 5}
  exclusive-choice  process            activated
  begin             start event        completed
  which             exclusive gateway  completed  took which-to-small
  small             service task       activated  job small

> work small
  small             service task  completed
  small-done        end event     completed
  exclusive-choice  process       completed
