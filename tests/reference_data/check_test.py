"""check.py tells what is put wrong on purpose, at its place; and finds nothing wrong in the shipped processes.

    check_test.py FOLDER
"""
import shutil
import sys
import tempfile
from pathlib import Path

from check import Check

SHIPPED = Path(sys.argv[1])

# What is replaced in which file, and what is then told, with its place.
WRONG = [
    ("reference-data/systems.csv", "SYS-03,care_insurance,介護保険システム,STD-04", "SYS-03,care_insurance,介護保険システム,STD-99",
     "reference-data/systems.csv:4:4: 'STD-99' in standard_system_id is not in standard_systems.csv: add it there or mend it here"),
    ("reference-data/standard_systems.csv", "joint,SYS-08,", "joint,SYS-88,",
     "reference-data/standard_systems.csv:3:8: 'SYS-88' in managed_system_id is not in systems.csv: add it there or mend it here"),
    ("reference-data/deadlines.csv", "business_day,ward_business,meeting", "business_day,ward_busyness,meeting",
     "reference-data/deadlines.csv:2:6: 'ward_busyness' in calendar_id is not in service_hours.csv: add it there or mend it here"),
    ("reference-data/parties.csv", "ward_is,情報", "ward_dept,情報",
     "reference-data/parties.csv:3:1: the id 'ward_dept' stands in line 2, too: an id is given once"),
    ("reference-data/gcas_code_lists.csv", "env_action,add,追加", "env_action,new,追加",
     "reference-data/gcas_code_lists.csv:3:1: the id 'env_action/new' stands in line 2, too: an id is given once"),
    ("reference-data/systems.csv", "SYS-01,rpa,RPAシステム,,false,false", "SYS-01,rpa,RPAシステム,,false",
     "reference-data/systems.csv:2:1: has 5 cells where the first row has 6 names"),
    ("reference-data/inspection_schedule.csv", "INS-R7Q4,令和8年1月〜3月 運用分,2026-01", "INS-R7Q4,令和8年1月〜3月 運用分,2026-02",
     "reference-data/inspection_schedule.csv:3:3: INS-R7Q4 begins in 2026-02; the one before it ends in 2025-12"),
    ("demo/users.json", '"ward_is.staff"', '"ward_si.staff"', "the party 'ward_si' is not in parties.csv"),
    ("demo/users.json", '"ward_dept/税務課.staff"', '"ward_dept/財務課.staff"', "the department '財務課' owns no system in standard_systems.csv"),
    ("emergency-contact/emergency_contacts.csv", "iom.operator,iom.leader", "iom.operator,iom.boss",
     "emergency-contact/emergency_contacts.csv:5:25: the group 'iom.boss': the role 'boss' is none of chief, leader, manager, oncall, operator, staff"),
    ("account-check/account-check.bpmn", 'candidateGroups="ward_is.chief', 'candidateGroups="ward_is.boss',
     "the group 'ward_is.boss': the role 'boss' is none of chief, leader, manager, oncall, operator, staff"),
]


def faults_with(file, before, after):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "processes"
        shutil.copytree(SHIPPED, copy)
        text = (copy / file).read_text(encoding="utf-8")
        if before not in text:
            return [f"the test no longer fits: '{before}' is not in {file}"]
        (copy / file).write_text(text.replace(before, after, 1), encoding="utf-8")
        return Check(copy).run()


def main():
    failed = []
    shipped = Check(SHIPPED)
    failed += shipped.run()
    if shipped.looked < 5_000:
        failed.append(f"only {shipped.looked} references were looked at")
    for file, before, after, expected in WRONG:
        told = faults_with(file, before, after)
        if not any(one.endswith(expected) for one in told):
            failed.append(f"{file} with '{after}': expected\n  {expected}\ntold\n  " + "\n  ".join(told))
    print("\n".join(failed + shipped.notes))
    print(f"{shipped.looked} references looked at, {len(WRONG)} put wrong, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
