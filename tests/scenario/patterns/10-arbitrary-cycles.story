# Workflow pattern 10, Arbitrary Cycles: a loop with more than one way in and out.
process  10-arbitrary-cycles.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start arbitrary-cycles {"draft": true}
  arbitrary-cycles  process            activated
  begin             start event        completed
  where             exclusive gateway  completed  took where-to-in-two
  in-two            exclusive gateway  completed
  look              service task       activated  job look

> work look {"outcome": "again"}
  look    service task       completed
  next    exclusive gateway  completed  took next-to-in-one
  in-one  exclusive gateway  completed
  write   service task       activated  job write

> work write
  write   service task       completed
  in-two  exclusive gateway  completed
  look    service task       activated  job look

> work look {"outcome": "look"}
  look    service task       completed
  next    exclusive gateway  completed  took next-to-in-two
  in-two  exclusive gateway  completed
  look    service task       activated  job look

> work look {"outcome": "ready"}
  look              service task       completed
  next              exclusive gateway  completed  took next-to-done
  done              end event          completed
  arbitrary-cycles  process            completed

> start arbitrary-cycles {"draft": false}
  arbitrary-cycles  process            activated
  begin             start event        completed
  where             exclusive gateway  completed  took where-to-in-one
  in-one            exclusive gateway  completed
  write             service task       activated  job write

> work write
  write   service task       completed
  in-two  exclusive gateway  completed
  look    service task       activated  job look

> work look {"outcome": "drop"}
  look              service task       completed
  next              exclusive gateway  completed  took next-to-given-up
  given-up          end event          completed
  arbitrary-cycles  process            completed
