# 合議: all are asked at once; the answers stand in the order of the list, and one no is enough.
process  multi-instance-parallel.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-instance-parallel {"sections": ["tax", "family", "welfare"]}
  multi-instance-parallel  process              activated
  begin                    start event          completed
  agree                    multi instance body  activated
  agree                    user task            created    for tax.chief
  agree                    user task            created    for family.chief
  agree                    user task            created    for welfare.chief

> complete agree/2 {"outcome": "yes"}
  agree  user task  completed

> complete agree/2 {"outcome": "no"}
  agree                    user task            terminated
  agree                    user task            completed
  done                     end event            completed
  agree                    multi instance body  completed
  multi-instance-parallel  process              completed

> show answers
  answers  variable  is  [null,{"section":"family","outcome":"yes"},{"section":"welfare","outcome":"no"}]

> start multi-instance-parallel {"sections": []}
  multi-instance-parallel  process              activated
  begin                    start event          completed
  agree                    multi instance body  completed
  done                     end event            completed
  multi-instance-parallel  process              completed

> start multi-instance-parallel {"sections": "tax"}
  multi-instance-parallel  process              activated
  begin                    start event          completed
  agree                    multi instance body  activated
  agree                    incident             raised     EXTRACT_VALUE_ERROR: 'inputCollection' of 'agree' gave "tax"; a list is needed.
