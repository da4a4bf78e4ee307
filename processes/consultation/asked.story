# The chief is asked about a case of the manager's, and told by mail.
process  .
people   ../demo/users.json
clock    2026-08-03 10:00 Asia/Tokyo

> publish approval.consultation key 1/kakaricho
>     {"questionKey": "1", "caseKey": "1", "caseNo": "PRD-R08-00001", "step": "B60 承認する", "question": "前例はありますか。",
>      "asked": "kakaricho", "asker": "kacho", "askerName": "山田 太郎"}
  Start_Asked      message      correlated  approval.consultation
  consultation     process      activated
  Start_Asked      start event  completed
  C10              send task    completed
  End_Told         end event    completed
  consultation     process      completed
  ML-consultation  mail         written     to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 山田 太郎 さんから相談です: B60 承認する
