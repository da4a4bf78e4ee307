# DL-14: an accident with personal data is told at once, then reported in writing with its five facts; the ward's instructions are followed.
process  .
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start emergency-contact {"title": "誤送信", "reason": "personal_data", "situation": "名簿を別の事業者に送った"}
  emergency-contact  process            activated  as EMG-R08-00001
  Start_Form         start event        completed
  M10                script task        completed
  Q11                exclusive gateway  completed  took はい
  M24                send task          completed
  M25                user task          created    for iom.leader, due 2026-06-02 23:59
  ML-m-accident      mail               written    to yamada.taro@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp: [EMG-R08-00001] 【至急】個人情報に係る事故: 誤送信

> complete M25 {"leakItems": "氏名、住所", "leakContent": "対象者名簿", "leakNumber": 12, "leakPlace": "統合運用の席", "leakCircumstances": "宛先の取り違え"}
  M25  user task  completed
  M26  user task  created    for ward_is.manager

> complete M26 {"instruction": "相手に消してもらい、確かめること"}
  M26  user task  completed
  M27  user task  created    for iom.leader, iom.operator

> complete M27 {"followNote": "消したことを確かめた"}
  M27                user task  completed
  End_Accident       end event  completed
  emergency-contact  process    completed
