"""Scripts of cases, read from the processes' stories.

A story says what people do with a case and what the engine does then; so the stories that prove a process are also what its cases are
played by. A script keeps, of one case of a story: how it begins, what is answered at each user task and how long that took there, and what
comes in between. `tests/scenario/README.md` has the lines of a story.
"""
import dataclasses
import datetime as dt
import glob
import json
import os
import re

from ward import PROCESSES, TOKYO

STEP = re.compile(r"^> (\S.*)$")
MORE = re.compile(r"^>\s{3,}(\S.*)$")
DURATION = re.compile(r"^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
CASE_NUMBER = re.compile(r"\b[A-Z]{3}-R\d{2}-\d{5}\b")
UNPLAYABLE = {"answer", "work", "fail", "throw", "set", "resolve", "cancel", "signal", "evaluate", "activate"}


@dataclasses.dataclass
class Answer:
    """What a user task that was created in the story came to: answered; left until something took it away; or the story ends before."""
    element: str
    created: dt.datetime
    completed: dt.datetime = None
    is_left: bool = False
    variables: dict = None
    returned_to: str = None


@dataclasses.dataclass
class Event:
    """What comes from outside while the case is open: a message, after so many of the case's tasks had been answered."""
    message: str
    key: str
    variables: dict
    after: int
    gap: dt.timedelta


@dataclasses.dataclass
class Script:
    process: str
    name: str
    begins: str  # page, message, mail, timer
    clock: dt.datetime
    message: str = ""
    key: str = ""
    variables: dict = dataclasses.field(default_factory=dict)
    case_no: str = ""
    answers: dict = dataclasses.field(default_factory=dict)  # element -> answers in the order of their creation
    events: list = dataclasses.field(default_factory=list)
    answered: int = 0
    is_playable: bool = True
    weight: int = 1  # how often it is taken, among those of its process


def duration_of(text):
    days, hours, minutes, seconds = (int(part or 0) for part in DURATION.match(text).groups())
    return dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def time_of(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def steps_of(text):
    """(step, recorded lines) of a story."""
    steps = []
    for line in text.splitlines():
        if found := STEP.match(line):
            steps.append([found.group(1), []])
        elif (found := MORE.match(line)) and steps:
            steps[-1][0] += " " + found.group(1)
        elif line.startswith("  ") and steps:
            steps[-1][1].append(re.split(r"\s{2,}", line.strip()))
    return steps


def json_of(text):
    begin = text.find("{")
    return (text[:begin].strip(), json.loads(text[begin:])) if begin >= 0 else (text.strip(), {})


class Reader:
    """Reads one story into its scripts."""

    def __init__(self, folder, name, text):
        self.folder, self.name = folder, name
        head = re.search(r"^clock\s+(\S+ \S+) (\S+)", text, re.M)
        self.clock = time_of(head.group(1))
        self.scripts = []
        self.mentioned = None
        for step, recorded in steps_of(text):
            self.step(step, recorded)

    @property
    def case(self):
        return self.scripts[-1] if self.scripts else None

    def begin(self, process, **how):
        self.scripts.append(Script(process=process, name=f"{self.folder}/{self.name}", clock=self.clock, **how))
        self.finished_at = self.clock

    def open_answers(self, element):
        return [answer for script in self.scripts for answer in script.answers.get(element, []) if answer.completed is None]

    def step(self, text, recorded):
        (verb, rest), variables = json_of(text)[0].partition(" ")[::2], json_of(text)[1]
        started = [line[0] for line in recorded if line[1:3] == ["process", "activated"]]
        if verb == "wait":
            self.clock = time_of(rest[6:]) if rest.startswith("until") else self.clock + duration_of(rest)
            first = next((time_of(line[1]) for line in recorded if line[0] == "at"), self.clock)
            if not self.scripts and started:
                end, self.clock = self.clock, first
                # a clock may begin the case; the case is the one that has a number
                cases = [line[0] for line in recorded if line[1:3] == ["process", "activated"] and CASE_NUMBER.search(" ".join(line[3:]))]
                self.begin((cases or started)[0], begins="timer")
                self.clock = end
        elif verb == "start":
            self.begin(rest.split()[0], begins="page", variables=variables)
        elif verb == "publish":
            message, key = re.match(r"(\S+) key (.*?)(?: keep \S+)?$", rest).groups()
            if started and started[0] in (self.folder, self.case and self.case.process):
                self.begin(started[0], begins="message", message=message, key=key, variables=variables)
            elif self.case:
                self.case.events.append(Event(message, key, variables, self.case.answered, self.clock - self.finished_at))
        elif verb == "mail" and started:
            self.begin(started[0], begins="mail", message=os.path.basename(rest))
        elif verb in ("complete", "return") and self.case:
            element, _, step = rest.partition(" ")
            element, _, which = element.partition("/")
            waiting = self.open_answers(element)
            if waiting:
                answer = waiting[min(int(which or 1), len(waiting)) - 1]
                answer.completed, answer.variables = self.clock, variables
                answer.returned_to = step if verb == "return" else None
                self.case.answered += 1
                self.finished_at = self.clock
        elif verb in UNPLAYABLE and self.case:
            self.case.is_playable = False
        self.record(recorded)

    def record(self, recorded):
        clock = self.clock
        for line in recorded:
            if line[0] == "at":
                clock = time_of(line[1])
            elif line[1:3] == ["process", "activated"] and len(line) > 3 and self.case and not self.case.case_no:
                self.case.case_no = CASE_NUMBER.search(line[3]).group(0) if CASE_NUMBER.search(line[3]) else ""
            elif line[1:3] == ["user task", "created"] and self.case:
                self.case.answers.setdefault(line[0], []).append(Answer(line[0], clock))
            elif line[1:3] == ["user task", "terminated"] and (waiting := [one for one in self.open_answers(line[0]) if not one.is_left]):
                waiting[0].is_left = True


def read_all():
    """process id -> its scripts, of all stories of the ward's processes."""
    found = {}
    for path in sorted(glob.glob(os.path.join(PROCESSES, "*", "*.story"))):
        with open(path, encoding="utf-8") as file:
            reader = Reader(os.path.basename(os.path.dirname(path)), os.path.basename(path)[:-6], file.read())
        for script in reader.scripts:
            if script.is_playable:
                found.setdefault(script.process, []).append(script)
    return found


if __name__ == "__main__":
    for process, scripts in read_all().items():
        for script in scripts:
            print(process, script.name, script.begins, script.case_no, {element: len(answers) for element, answers in script.answers.items()},
                  [event.message for event in script.events])
