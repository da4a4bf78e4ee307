# One specification is revised (009004, taxes): its system and department are asked, the business flow is drawn anew and approved,
# the plan is checked, agreed and approved. The release is a change of its own (k), the work in production another (b2).
process  .
with     ../reference-data
with     ../change-release
with     ../release
with     ../production-work-request
with     ../work-calendar
people   ../demo/users.json
clock    2026-06-01 10:00 Asia/Tokyo

> start version-change {"title": "税務の標準仕様書 3.1", "document": "税務システム標準仕様書", "publisher": "ministry", "publishedOn": "2026-05-29", "appliesFrom": "2027-01-04"}
  version-change  process      activated  as VER-R08-00001
  Start_Form      start event  completed
  D10             script task  completed
  D20             user task    created    for iom.operator, iom.leader, due 2026-06-08 23:59
  D120_Start      message      awaited    withdraw, key VER-R08-00001

> complete D20
>     {"outcome": "registered", "specIds": ["009004"], "newSpecVersion": "3.1", "generalChange": false, "differences": "帳票の様式"}
  D20          user task            completed
  G20          exclusive gateway    completed  took はい
  D22          service task         completed
  D24          multi instance body  completed
  D28          service task         completed
  D29          business rule task   completed
  D30          business rule task   completed
  D32          script task          completed
  D38          send task            completed
  G38          parallel gateway     completed
  D40          multi instance body  activated
  D40_Remind   timer                waits      until 2026-06-12 09:00
  D45          multi instance body  activated
  D40          user task            created    for joint_asp/SYS-46.staff, due 2026-06-15 23:59
  D45          user task            created    for ward_dept/税務課.staff, ward_dept/税務課.manager, due 2026-06-15 23:59
  ML-d-survey  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [VER-R08-00001] 標準仕様書改版の影響調査: 税務の標準仕様書 3.1

> show affected departments dueOn
  affected     variable  is  ["STD-07"]
  departments  variable  is  ["税務課"]
  dueOn        variable  is  "2026-06-15"

> complete D45 {"outcome": "change", "procedures": "通知書の発送"}
  D45  user task            completed
  D45  multi instance body  completed

# The vendor does not answer: reminded from the business day before (DL-42).
> wait until 2026-06-15 10:00
  at                    2026-06-12 09:00
  D40_Remind            boundary event     completed
  G41                   exclusive gateway  completed  took はい
  D40_Remind            timer              waits      until 2026-06-13 09:00
  D41                   send task          completed
  D41_End               end event          completed
  ML-d-survey_reminder  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 影響調査の回答をお待ちしています: 税務の標準仕様書 3.1
  at                    2026-06-13 09:00
  D40_Remind            boundary event     completed
  G41                   exclusive gateway  completed  took いいえ
  D41_End               end event          completed
  D40_Remind            timer              waits      until 2026-06-14 09:00
  at                    2026-06-14 09:00
  D40_Remind            boundary event     completed
  G41                   exclusive gateway  completed  took いいえ
  D41_End               end event          completed
  D40_Remind            timer              waits      until 2026-06-15 09:00
  at                    2026-06-15 09:00
  D40_Remind            boundary event     completed
  G41                   exclusive gateway  completed  took はい
  D40_Remind            timer              waits      until 2026-06-16 09:00
  D41                   send task          completed
  D41_End               end event          completed
  ML-d-survey_reminder  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 影響調査の回答をお待ちしています: 税務の標準仕様書 3.1

> complete D40 {"needed": "yes", "effortDays": 20, "cost": 1000000, "earliestDate": "2026-07-01"}
  D40           user task            completed
  G46           parallel gateway     completed  took Flow_G46_D47
  D40           multi instance body  completed
  DOC-d-survey  document             made       影響調査集計 VER-R08-00001 税務の標準仕様書 3.1.xlsx
  D47           service task         completed
  D50           multi instance body  activated
  D50           sub process          activated
  D50_Start     start event          completed
  D51           user task            created    for iom.operator, due 2026-06-29 23:59

> show surveys impacts
  surveys  variable  is  [{"system":"STD-07","needed":"yes","effortDays":20,"cost":1000000,"earliestDate":"2026-07-01","dataConversion":null,"interfaces":null,"testNeeds":null,"risks":null}]
  impacts  variable  is  [{"department":"税務課","outcome":"change","procedures":"通知書の発送"}]

> complete D51 {"asIsRef": "税務 現行", "toBeRef": "税務 見直し後", "flowVersion": "2.0 2026-06-15"}
  D51  user task  completed
  D52  user task  created    for ward_dept/税務課.manager, due 2026-06-22 23:59

> complete D52 {"outcome": "returned", "returnReason": "封入の手順がない"}
  D52  user task          completed
  G52  exclusive gateway  completed  took いいえ
  D51  user task          created    for iom.operator, due 2026-06-29 23:59

> complete D51 {"asIsRef": "税務 現行", "toBeRef": "税務 見直し後", "flowVersion": "2.1 2026-06-16"}
  D51  user task  completed
  D52  user task  created    for ward_dept/税務課.manager, due 2026-06-22 23:59

> complete D52 {"outcome": "approved"}
  D52         user task                 completed
  G52         exclusive gateway         completed  took はい
  D50_End     end event                 completed
  Throw_Plan  intermediate throw event  completed
  Link_Plan   intermediate catch event  completed
  D60         user task                 created    for iom.operator, iom.leader, due 2026-06-29 23:59
  D50         sub process               completed
  D50         multi instance body       completed

> complete D60 {"plan": [{"system": "STD-07", "wave": 1, "cutOver": "2026-07-15"}]}
  D60  user task            completed
  D65  script task          completed
  D70  business rule task   completed
  G70  exclusive gateway    completed  took いいえ
  D80  multi instance body  activated
  D80  user task            created    for ward_dept/税務課.manager, due 2026-06-22 23:59

> show findings
  findings  variable  is  [{"level":"warning","finding":"7 表4と仕様書002005の版が違う"},{"level":"warning","finding":"8 表1にないシステムの行がある"}]

> complete D80 {"outcome": "agreed"}
  D80  user task            completed
  D82  user task            created    for ward_is.manager, due 2026-06-22 23:59
  D80  multi instance body  completed

> complete D82 {"outcome": "approved"}
  D82             user task            completed
  G82             exclusive gateway    completed  took はい
  D84             send task            completed
  ML-d-plan       mail                 written    to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp, ito.akira@ward.example.jp, kobayashi.megumi@ward.example.jp: [VER-R08-00001] 版数変更の全体計画: 税務の標準仕様書 3.1
  DOC-d-plan      document             made       全体スケジュール・連携テスト計画 VER-R08-00001 税務の標準仕様書 3.1.pdf
  D86             service task         completed
  D90             multi instance body  activated
  D90_Week        timer                waits      until 2026-06-22 10:00
  D90             sub process          activated
  D90_Start       start event          completed
  D91             call activity        activated
  change-release  process              activated  as CHG-R08-00001
  Start_Form      start event          completed
  K10             script task          completed
  K94_Start       message              awaited    withdraw, key CHG-R08-00001
  K12             send task            completed
  K19             business rule task   completed
  K20             user task            created    for iom.operator, iom.leader, due 2026-06-17 23:59
  ML-k-received   mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [CHG-R08-00001] 変更要求を受け付けました: 税務の標準仕様書 3.1 STD-07

> complete K20 {"outcome": "analysed", "analysis": "税務だけ", "affected": ["single_db.staff"]}
  K20          user task            completed
  G20          exclusive gateway    completed  took いいえ
  K22          business rule task   completed
  K24          business rule task   completed
  G24          exclusive gateway    completed  took 通常
  K30          send task            completed
  K32          multi instance body  activated
  K32_Remind   timer                waits      until 2026-06-17 09:00
  K32          user task            created    for single_db.staff, due 2026-06-22 23:59
  ML-k-impact  mail                 written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, kimura@singledb.example.jp: [CHG-R08-00001] 変更の影響確認: 税務の標準仕様書 3.1 STD-07

# Every week the vendors are asked how it goes.
> wait PT169H
  at                    2026-06-17 09:00
  K32_Remind            boundary event    completed
  K33                   send task         completed
  K33_End               end event         completed
  ML-k-impact_reminder  mail              written    to kimura@singledb.example.jp: [CHG-R08-00001] 変更の影響確認をお待ちしています: 税務の標準仕様書 3.1 STD-07
  at                    2026-06-22 10:00
  D90_Week              boundary event    completed
  D90_Week              timer             waits      until 2026-06-29 10:00
  D94                   send task         completed
  D94_End               end event         completed
  ML-d-progress         mail              written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の進み具合: 税務の標準仕様書 3.1

> complete K32 {"outcome": "none"}
  K32         user task            completed
  G34         exclusive gateway    completed  took いいえ
  G50         exclusive gateway    completed  took いいえ
  K54         user task            created    for ward_is.chief
  K54_Remind  timer                waits      until 2026-06-24 09:00
  K32         multi instance body  completed

> complete K54 {"outcome": "approved"}
  K54            user task          completed
  G54            exclusive gateway  completed  took はい
  DOC-k-request  document           made       変更要求票 CHG-R08-00001 税務の標準仕様書 3.1 STD-07.pdf
  K58            service task       completed
  G56            exclusive gateway  completed  took いいえ
  K60            user task          created    for iom.operator, iom.leader, due 2026-06-29 23:59

> complete K60 {"tests": [{"case": "連携テスト", "who": "single_db.staff", "on": "2026-06-29"}], "maintenanceNo": "MNT-R08-00009"}
  K60  user task            completed
  K62  multi instance body  activated
  K62  user task            created    for single_db.staff, due 2026-06-29 23:59

> complete K62 {"outcome": "passed", "testNote": "届いた"}
  K62  user task            completed
  G64  exclusive gateway    completed  took はい
  K68  business rule task   completed
  K70  user task            created    for ward_is.chief, iom.leader, due 2026-06-24 23:59
  K62  multi instance body  completed

> complete K70 {"outcome": "go", "gateReason": "合格"}
  K70                      user task           completed
  G70                      exclusive gateway   completed  took はい
  DOC-k-gate               document            made       リリース判定表 CHG-R08-00001 税務の標準仕様書 3.1 STD-07.xlsx
  K71                      service task        completed
  K72                      send task           completed
  K80                      call activity       activated
  release                  process             activated  as REL-R08-00001
  Start_Called             start event         completed
  R10                      script task         completed
  R20                      call activity       activated
  production-work-request  process             activated  as PRD-R08-00001
  Start_Form               start event         completed
  B10                      script task         completed
  B90_Start                message             awaited    withdraw, key PRD-R08-00001
  B86_Start                message             awaited    linked-approved, key PRD-R08-00001
  B97_Start                message             awaited    linked-refused, key PRD-R08-00001
  B94_Start                message             awaited    work-stop, key PRD-R08-00001
  ML-k-decision            mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, kimura@singledb.example.jp: [CHG-R08-00001] リリース判定の結果: 税務の標準仕様書 3.1 STD-07
  B12                      send task           completed
  B13                      call activity       activated
  work-calendar            process             activated
  Start_Called             start event         completed
  ML-b2-received           mail                written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請を受け付けました: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）
  W10                      service task        completed
  W20                      script task         completed
  W30                      business rule task  completed
  End_Answered             end event           completed
  work-calendar            process             completed
  B13                      call activity       completed
  G13                      exclusive gateway   completed  took いいえ
  G14                      inclusive gateway   completed  took いいえ
  G16                      inclusive gateway   completed
  B18                      business rule task  completed
  B20                      user task           created    for iom.operator, due 2026-06-23 23:59

> complete B20 {"outcome": "accepted", "contractChecked": true}
  B20  user task            completed
  G25  exclusive gateway    completed  took いいえ
  B30  business rule task   completed
  G32  exclusive gateway    completed  took はい
  B36  multi instance body  activated
  B36  user task            created    for ward_dept/税務課.manager

> complete B36 {"outcome": "agreed"}
  B36                     user task            completed
  G37                     exclusive gateway    completed  took はい
  B36                     multi instance body  completed
  B39                     send task            completed
  B40                     user task            created    for ward_is.chief
  B40_Remind              timer                waits      until 2026-06-24 09:00
  ML-b2-approval_request  mail                 written    to takahashi.susumu@ward.example.jp: [PRD-R08-00001] 承認をお願いします: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）

> complete B40 {"outcome": "approved"}
  B40                 user task          completed
  G44                 exclusive gateway  completed  took いいえ
  G46                 exclusive gateway  completed  took 承認
  G53                 exclusive gateway  completed  took これから
  DOC-b2-application  document           made       本番環境作業依頼申請書 PRD-R08-00001 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）.pdf
  B49                 service task       completed
  B50                 send task          completed
  G54                 exclusive gateway  completed  took はい
  B54                 user task          created    for iom.operator, due 2026-07-14 09:00
  ML-b2-result        mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 申請の結果: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）

> complete B54 {"outcome": "confirmed", "maintenanceNo": "MNT-R08-00009"}
  B54  user task                 completed
  G56  exclusive gateway         completed  took はい
  T55  intermediate catch event  activated  until 2026-07-14 09:00

> wait until 2026-07-15 18:00
  at                2026-06-29 10:00
  D90_Week          boundary event            completed
  D90_Week          timer                     waits      until 2026-07-06 10:00
  D94               send task                 completed
  D94_End           end event                 completed
  ML-d-progress     mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の進み具合: 税務の標準仕様書 3.1
  at                2026-07-06 10:00
  D90_Week          boundary event            completed
  D90_Week          timer                     waits      until 2026-07-13 10:00
  D94               send task                 completed
  D94_End           end event                 completed
  ML-d-progress     mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の進み具合: 税務の標準仕様書 3.1
  at                2026-07-13 10:00
  D90_Week          boundary event            completed
  D90_Week          timer                     waits      until 2026-07-20 10:00
  D94               send task                 completed
  D94_End           end event                 completed
  ML-d-progress     mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の進み具合: 税務の標準仕様書 3.1
  at                2026-07-14 09:00
  T55               intermediate catch event  completed
  B56               send task                 completed
  T58               intermediate catch event  activated  until 2026-07-15 18:00
  ML-b2-day_before  mail                      written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 明日の作業: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）
  T58               intermediate catch event  completed
  B65               user task                 created    for joint_asp/SYS-46.staff, due 2026-07-15 18:00
  B65_Late          timer                     waits      until 2026-07-15 18:15

> complete B65 {"startedAt": "2026-07-15T18:00:00+09:00"}
  B65          user task  completed
  B66          send task  completed
  B70          user task  created    for joint_asp/SYS-46.staff, due 2026-07-15 22:00
  B70_Late     timer      waits      until 2026-07-15 22:30
  ML-b2-start  mail       written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を始めました: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）

> complete B70 {"outcome": "completed", "finishedAt": "2026-07-15T21:00:00+09:00", "workLog": "出した"}
  B70           user task          completed
  G73           exclusive gateway  completed  took いいえ
  B72           send task          completed
  B80           user task          created    for iom.operator, due 2026-07-16 23:59
  ML-b2-finish  mail               written    to sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp: [PRD-R08-00001] 作業を終えました: 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）

> complete B80 {"outcome": "confirmed", "usersAffected": false, "ledgerUpdated": true}
  B80                      user task          completed
  G80                      exclusive gateway  completed  took はい
  DOC-b2-result            document           made       作業結果報告書 PRD-R08-00001 税務の標準仕様書 3.1 STD-07（CHG-R08-00001）.pdf
  R20                      call activity      completed
  G30                      exclusive gateway  completed  took はい
  End_Released             end event          completed
  release                  process            completed
  B89                      service task       completed
  G81                      exclusive gateway  completed  took いいえ
  G83                      exclusive gateway  completed  took いいえ
  G85                      exclusive gateway  completed  took はい
  End_Completed            end event          completed
  production-work-request  process            completed
  K80                      call activity      completed
  K90                      user task          created    for iom.operator, iom.leader, due 2026-07-16 23:59

> complete K90 {"outcome": "released", "resultNote": "動いている"}
  K90                  user task          completed
  K91                  service task       completed
  G90                  exclusive gateway  completed  took はい
  End_Released         end event          completed
  change-release       process            completed
  D91                  call activity      completed
  D100                 user task          created    for iom.operator, due 2026-07-17 23:59
  configuration_items  table              row added  SYS-46 {"system_id":"SYS-46","case_no":"CHG-R08-00001","release_no":"REL-R08-00001","title":"税務の標準仕様書 3.1 STD-07","target":"帳票の様式","released_on":"2026-07-15","note":"動いている"}

> complete D100 {"outcome": "linked", "linkNote": "共通DBへ届く"}
  D100               user task            completed
  D90_End            end event            completed
  D110               script task          completed
  D90                sub process          completed
  D90                multi instance body  completed
  D111               service task         completed
  standard_versions  table                row changed  SV-010 {"version_row_id":"SV-010","no":"010","kind":"business","business_name_ja":"個人住民税","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-011 {"version_row_id":"SV-011","no":"011","kind":"business","business_name_ja":"法人住民税","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-012 {"version_row_id":"SV-012","no":"012","kind":"business","business_name_ja":"固定資産税","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-013 {"version_row_id":"SV-013","no":"013","kind":"business","business_name_ja":"軽自動車税","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-014 {"version_row_id":"SV-014","no":"014","kind":"business","business_name_ja":"収納管理（税務システム）","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-015 {"version_row_id":"SV-015","no":"015","kind":"business","business_name_ja":"滞納管理（税務システム）","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  standard_versions  table                row changed  SV-016 {"version_row_id":"SV-016","no":"016","kind":"business","business_name_ja":"地方税（共通）","system_name_ja":"税務システム","standard_system_id":"STD-07","overall_version":"4.0","chapter_version":"5.0","data_link_revision_date":"2024-04-30","spec_version":"3.1","spec_id":"009004","name_differs_from_table1":false}
  DOC-d-versions     document             made         版数管理表 VER-R08-00001 税務の標準仕様書 3.1.xlsx
  D112               service task         completed
  D115               send task            completed
  G115               exclusive gateway    completed    took はい
  End_Done           end event            completed
  version-change     process              completed
  ML-d-done          mail                 written      to tanaka.yumi@ward.example.jp, takahashi.susumu@ward.example.jp, sato.makoto@iom.example.jp, suzuki.hanako@iom.example.jp, watanabe.ken@iom.example.jp, hayashi@tax-asp.example.jp: [VER-R08-00001] 版数変更の完了: 税務の標準仕様書 3.1

> show newRows openSystems releases
  newRows      variable  is  [{"row":"SV-010","business":"個人住民税","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-011","business":"法人住民税","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-012","business":"固定資産税","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-013","business":"軽自動車税","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-014","business":"収納管理（税務システム）","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-015","business":"滞納管理（税務システム）","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"},{"row":"SV-016","business":"地方税（共通）","system":"STD-07","overallVersion":"4.0","specId":"009004","specVersion":"3.1","from":"2026-07-15"}]
  openSystems  variable  is  []
  releases     variable  is  [{"system":"STD-07","changeNo":"CHG-R08-00001","result":"linked"}]
