# Approval scenario 17: an agreement with an empty list is an incident, not an approval.
process  agreement.bpmn
people   ../../../processes/demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> start agreement by zeimu {"applicant": "zeimu", "rule": "D2", "members": []}
  agreement  process              activated
  filed      start event          completed
  agree      multi instance body  activated
  agree      incident             raised     UNSPECIFIED: APPROVER_NOT_FOUND: 'agree' asks 0 for their agreement; at least 1 is needed ('approval.minimum'). Say whom to ask in its list, or lead the flow past it.

> set {"members": ["ward_is.staff"]}

> resolve agree
  agree  user task  created   for ward_is.staff
  agree  incident   resolved

> complete agree by joho {"outcome": "agreed", "opinion": ""}
  agree    decision             agreed     by joho as self, round 1
  agree    user task            completed
  anybody  exclusive gateway    completed  took 決裁へ
  manager  user task            created    for ward_is.manager
  agree    multi instance body  completed
