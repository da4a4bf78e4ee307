# Workflow pattern 6, Multi-Choice: one or several of the paths, by the data.
process  06-multi-choice.bpmn
clock    2026-04-02 10:00 Asia/Tokyo

> start multi-choice {"police": true, "doctor": true}
  multi-choice  process            activated
  begin         start event        completed
  who           inclusive gateway  completed  took who-to-doctor, who-to-police
  police        service task       activated  job police
  doctor        service task       activated  job doctor

> work police
  police       service task  completed
  police-done  end event     completed

> work doctor
  doctor        service task  completed
  doctor-done   end event     completed
  multi-choice  process       completed

> start multi-choice {"police": false, "doctor": true}
  multi-choice  process            activated
  begin         start event        completed
  who           inclusive gateway  completed  took who-to-doctor
  doctor        service task       activated  job doctor

> work doctor
  doctor        service task  completed
  doctor-done   end event     completed
  multi-choice  process       completed

> start multi-choice {"police": false, "doctor": false}
  multi-choice  process            activated
  begin         start event        completed
  who           inclusive gateway  completed  took who-to-nobody
  nobody        manual task        completed
  nobody-done   end event          completed
  multi-choice  process            completed
