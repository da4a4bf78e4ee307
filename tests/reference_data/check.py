"""Holds the reference data against itself and against what uses it: every id that something names exists.

    check.py FOLDER      a folder of processes with reference-data/ in it

What is wrong is told with file, line and column; ends with 1 if there is anything. A mail without a row in the table, or a row without
a mail, is noted only: the table is a list for people, nothing reads it to send.
"""
import csv
import functools
import json
import re
import sys
from pathlib import Path

# What the tables' definitions (`*.table.json`) can't say: calendars are no table. Parts are separated by semicolons, an empty cell names nothing.
REFERENCES = [("deadlines", "calendar_id", "service_hours")]
# Ids that stand in models, decision tables, forms and mails.
NAMED = [
    (re.compile(r"\bSYS-\d{2}\b"), "systems"),
    (re.compile(r"\bSTD-\d{2}\b"), "standard_systems"),
    (re.compile(r"\bDLV-\d{2}\b"), "deliverables"),
    (re.compile(r"\bDL-\d{2}\b"), "deadlines"),
    (re.compile(r"\bINS-[A-Z0-9]+\b"), "inspection_schedule"),
]
USERS_OF_IDS = {".bpmn", ".dmn", ".form"}
FILE_ENDINGS = {"csv", "bpmn", "dmn", "form"}
ROLES = {"staff", "leader", "chief", "manager", "operator", "oncall"}
# `iom.operator`, `ward_dept/税務課.manager`: whole names only, not what an expression puts together.
GROUP = re.compile(r"([a-z_]+)(?:/([^\"',;.\s/+]+))?\.([a-z]+)")
QUOTED = re.compile(r'(?:"|&quot;)([^"&]+)(?:"|&quot;)')


class Check:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.data = self.folder / "reference-data"
        self.tables, self.places, self.faults, self.notes, self.looked = {}, {}, [], [], 0
        self.references, self.keys = list(REFERENCES), {}
        for file in sorted(self.data.glob("*.table.json")):
            definition = json.loads(file.read_text(encoding="utf-8"))
            columns = definition["columns"]
            self.keys[definition["table"]] = [column["name"] for column in columns if column.get("key")]
            self.references += [(definition["table"], column["name"], column["refersTo"]) for column in columns if "refersTo" in column]

    def fault(self, file, line, column, text):
        self.faults.append(self.told(file, line, column, text))

    def note(self, file, line, column, text):
        self.notes.append("note: " + self.told(file, line, column, text))

    def told(self, file, line, column, text):
        return f"{Path(file).relative_to(self.folder)}:{line}:{column}: {text}"

    def read(self, file):
        with open(file, newline="", encoding="utf-8") as stream:
            rows = csv.reader(stream)
            header = next(rows, [])
            table, line = [], rows.line_num + 1
            for row in rows:
                if len(row) != len(header):
                    self.fault(file, line, 1, f"has {len(row)} cells where the first row has {len(header)} names")
                table.append((line, dict(zip(header, row))))
                line = rows.line_num + 1
        if len(set(header)) != len(header):
            self.fault(file, 1, 1, "a name of a column stands there twice")
        self.tables[file.stem], self.places[file.stem] = table, {name: at for at, name in enumerate(header, 1)}
        keys = self.keys.get(file.stem, [name for name in header[:1] if name.endswith("_id")])
        seen = {}
        for line, row in table if keys else []:
            own = "/".join(row.get(key, "") for key in keys)
            if own in seen:
                self.fault(file, line, 1, f"the id '{own}' stands in line {seen[own]}, too: an id is given once")
            seen[own] = line

    @functools.cache
    def ids(self, target):
        name, _, column = target.partition(".")
        column = column or next(iter(self.places[name]))
        return {row[column] for _, row in self.tables[name]}

    def check_tables(self):
        for name, column, target in self.references:
            known = self.ids(target)
            for line, row in self.tables[name]:
                for part in filter(None, row[column].split(";")):
                    self.looked += 1
                    if part not in known:
                        self.fault(self.data / f"{name}.csv", line, self.places[name][column],
                                   f"'{part}' in {column} is not in {target.partition('.')[0]}.csv: add it there or mend it here")

    def check_inspections(self):
        """Each period begins in the month after the one before: every month is inspected, and none twice."""
        before = None
        for line, row in self.tables["inspection_schedule"]:
            begin, end = ([int(part) for part in row[side].split("-")] for side in ("from", "to"))
            first, last = begin[0] * 12 + begin[1], end[0] * 12 + end[1]
            place = (self.data / "inspection_schedule.csv", line, self.places["inspection_schedule"]["from"])
            self.looked += 1
            if last < first:
                self.fault(*place, f"{row['inspection_id']} ends in {row['to']}, before it begins in {row['from']}")
            if before is not None and first != before + 1:
                self.fault(*place, f"{row['inspection_id']} begins in {row['from']}; the one before it ends in "
                                   f"{(before - 1) // 12}-{(before - 1) % 12 + 1:02}")
            before = last

    def check_mails(self):
        """A mail of the table has its text in one folder, and a text its row."""
        texts = {file.name[: -len(".ja.txt")]: file for file in self.folder.glob("*/mails/*.ja.txt")}
        for line, row in self.tables["mail_templates"]:
            self.looked += 1
            if row["mail_id"] not in texts:
                self.note(self.data / "mail_templates.csv", line, 1,
                          f"'{row['mail_id']}' has no text: processes/.../mails/{row['mail_id']}.ja.txt is expected")
        known = self.ids("mail_templates")
        for name, file in sorted(texts.items()):
            if name not in known:
                self.note(file, 1, 1, f"'{name}' has no row in mail_templates.csv")

    @functools.cache
    def group_fault(self, party, department, role):
        departments = set().union(*(row["owner_departments"].split(";") for _, row in self.tables["standard_systems"]))
        if party not in self.ids("parties"):
            return f"the party '{party}' is not in parties.csv"
        if role not in ROLES:
            return f"the role '{role}' is none of {', '.join(sorted(ROLES))}"
        if party == "ward_dept" and department and department not in departments:
            return f"the department '{department}' owns no system in standard_systems.csv"
        return None

    def check_text(self, file):
        known = {target: self.ids(target) for _, target in NAMED}
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, target in NAMED:
                for found in pattern.finditer(line):
                    self.looked += 1
                    if found.group() not in known[target]:
                        self.fault(file, number, found.start() + 1, f"'{found.group()}' is not in {target}.csv")
            if file.suffix == ".bpmn" and "candidateGroups=" in line:
                at = line.index("candidateGroups=") + len('candidateGroups="')
                text = line[at : line.index('"', at)]
                whole = re.compile("([^, ]+)")
                self.check_groups(file, number, at, text, QUOTED if text.startswith("=") else whole)
            elif file.suffix == ".dmn":
                self.check_groups(file, number, 0, line, QUOTED)
            elif file.suffix == ".csv":
                self.check_groups(file, number, 0, line, re.compile("([^,]+)"))

    def check_groups(self, file, number, at, text, names):
        for name in names.finditer(text):
            found = GROUP.fullmatch(name.group(1))
            if not found or found.group(3) in FILE_ENDINGS:
                continue
            self.looked += 1
            wrong = self.group_fault(*found.groups())
            if wrong:
                self.fault(file, number, at + name.start(1) + 1, f"the group '{found.group()}': {wrong}")

    def check_people(self):
        for name in ("users.json", "ward.json"):
            file = self.folder / "demo" / name
            if not file.exists():
                continue
            lines = file.read_text(encoding="utf-8").splitlines()
            for person in json.loads("\n".join(lines)):
                number = next(at for at, line in enumerate(lines, 1) if f'"username": "{person["username"]}"' in line)
                for group in person["groups"]:
                    found = GROUP.fullmatch(group)
                    self.looked += 1
                    wrong = None if group == "administrators" else self.group_fault(*found.groups()) if found else "it is not PARTY.ROLE"
                    if wrong:
                        self.fault(file, number, lines[number - 1].index(group) + 1, f"the group '{group}' of {person['username']}: {wrong}")
                self.looked += 1
                if person["party"].split("/")[0] not in self.ids("parties"):
                    self.fault(file, number, lines[number - 1].index('"party"') + 1, f"the party '{person['party']}' is not in parties.csv")

    def run(self):
        for file in sorted(self.data.glob("*.csv")):
            self.read(file)
        missing = {name for name, _, _ in self.references} | {target.partition(".")[0] for _, _, target in self.references} | {target for _, target in NAMED}
        missing -= set(self.tables)
        if missing:
            self.faults += [f"reference-data/{name}.csv is missing" for name in sorted(missing)]
            return self.faults
        self.check_tables()
        self.check_inspections()
        self.check_mails()
        for file in sorted(self.folder.glob("*/*")):
            if file.suffix in USERS_OF_IDS or (file.suffix == ".csv" and file.parent != self.data):
                self.check_text(file)
        self.check_people()
        return self.faults


if __name__ == "__main__":
    check = Check(sys.argv[1])
    for one in check.run() + check.notes:
        print(one)
    print(f"{check.looked} references looked at, {len(check.faults)} faults")
    sys.exit(1 if check.faults else 0)
