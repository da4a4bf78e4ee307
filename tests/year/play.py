#!/usr/bin/env python3
"""Plays the ward's work through a running server: mails come in, people apply and answer, the clock goes on.

Everything goes the way that people and mail servers go: mails through the intake, people through the REST API, each with an account of their
own. How many of what comes when is `plan.py`; what people answer to what is in the processes' stories, `scripts.py`.
"""
import asyncio
import collections
import datetime as dt
import heapq
import itertools
import json
import random
import re
import time

import ward
from scripts import CASE_NUMBER, read_all
from server import Api, Person, Refused

MINUTE = dt.timedelta(minutes=1)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?([+]09:00|Z)?)?")
# Where an application or a notice that can't be done at its time gets another one, and what says when.
CORRECTING, DATES = {"B15", "C45", "C24", "K15"}, ("desiredFrom", "desiredTo", "plannedFrom", "plannedTo")
# What of an application is its own, however it is corrected.
OWN = ("requester", "channel", "receivedAt", "title", "systems", "departments")
# While the desk is open it needn't wait for the last of the server's own workers; before the clock leaps over a night it does.
JOBS_AHEAD = 30
# How long people take: shortest and longest minutes of the desk's hours, by the beginning of a group's name.
PACE = {"iom": (3, 55), "helpdesk": (3, 25), "ward_is": (20, 240), "ward_dept": (20, 300), "": (10, 150)}


class Case:
    def __init__(self, script, began, replacements=(), after_hours=False):
        self.script, self.began, self.replacements = script, began, replacements
        self.after_hours = after_hours
        self.seen = collections.Counter()  # element -> how many of its tasks have come
        self.answered = 0
        self.events = list(script.events) if script else []
        self.case_no = ""
        self.key = ""
        self.persons = []  # (moment, how many people it is about), as that was told and corrected
        self.left = 0  # tasks that the story leaves, too
        self.requester = None


class Play:
    def __init__(self, server, begins, seed):
        self.server, self.now = server, begins
        self.begins = begins
        self.random = random.Random(seed)
        self.people = ward.People()
        self.systems = ward.Systems()
        self.scripts = read_all()
        self.by_element = {}
        self.all_answers = {}  # (process, element) -> every story's answer to it
        for process, scripts in self.scripts.items():
            for script in scripts:
                for element, answers in script.answers.items():
                    for answer in answers:
                        if answer.variables is not None or answer.is_left:
                            self.all_answers.setdefault((process, element), []).append((script, answer))
                        if answer.variables is not None:
                            self.by_element.setdefault((process, element), (script, answer))
                            self.by_element.setdefault(element, (script, answer))
        for (process, element), answers in self.all_answers.items():  # what belongs to its own story isn't said in another
            if element not in CORRECTING:
                self.all_answers[process, element] = [one for one in answers if not (one[1].variables or {}).keys() & {*DATES, "afterHours"}] or answers
        self.api = Api(server.port)
        self.persons = {entry["username"]: Person(entry) for entry in self.people.all}
        self.admin = self.persons["admin"]
        self.queue, self.order = [], itertools.count()
        self.cases = {}  # root process instance key -> Case
        self.waiting = {}  # the same, of those whose mail has been sent and whose case isn't known yet
        self.cursor = self.job_cursor = None
        self.answers_to_come = set()  # tasks that somebody will answer, and those that are left on purpose
        self.working = set()  # jobs of the server's own workers that aren't done
        self.begun_by_themselves = []
        self.called = set()  # process instances within cases
        self.faults = collections.Counter()
        self.counts = collections.Counter()
        self.log = []  # (month, what, number) of what went in

    # The clock and what is due.

    def at(self, when, act):
        heapq.heappush(self.queue, (max(when, self.now), next(self.order), act))

    def note(self, what, number=1):
        self.log.append((self.now.strftime("%Y-%m"), what, number))

    async def begin(self):
        await self.persons["admin"].sign_in(self.api)
        for person in self.persons.values():  # one after the other: passwords take their time on purpose
            if not person.headers:
                await person.sign_in(self.api)
        forms = {}
        for person in self.persons.values():
            for form in (await self.api.get(person, "GET", "/api/start-forms"))["items"]:
                forms[form["processDefinitionId"]] = form["processDefinitionKey"]
        self.start_forms = forms

    async def move_clock(self, moment):
        self.now = moment
        await self.api.get(self.admin, "PUT", "/v2/clock", {"timestamp": round(moment.timestamp() * 1000)})

    def boundary(self, moment):
        """The next moment at which the generator looks: every quarter of an hour while the desk is open, else every half hour."""
        step = 15 if ward.is_open(moment.date()) and 8 <= moment.hour < 18 else 30
        minutes = (moment.hour * 60 + moment.minute) // step * step + step
        return ward.at(moment.date(), dt.time()) + minutes * MINUTE

    async def run(self, until):
        while self.now < until:
            await self.move_clock(min(self.boundary(self.now), until))
            for _ in range(4):  # what is answered at once brings new tasks in the same slice
                due = []
                while self.queue and self.queue[0][0] <= self.now:
                    due.append(heapq.heappop(self.queue)[2])
                await asyncio.gather(*(self.carried_out(act) for act in due))
                await self.workers_done(JOBS_AHEAD if ward.in_desk_hours(self.now) else 0)
                if not await self.look_for_tasks() and not due:
                    break

    async def carried_out(self, act):
        try:
            await act()
        except Refused as refused:
            self.faults[f"{getattr(act, 'what', act)}: {refused}"[:400]] += 1

    async def workers_done(self, may_remain=0):
        """Waits for the server's own workers (mails, documents ...) until no more jobs than these remain."""
        patience, pause = time.monotonic() + 120, 0.002
        while True:
            if self.working and time.monotonic() > patience:
                self.faults[f"{len(self.working)} jobs of the server's own workers aren't done after two minutes"] += 1
                self.working.clear()
            page = {"limit": 1000, **({"after": self.job_cursor} if self.job_cursor else {})}
            new = await self.api.get(self.admin, "POST", "/v2/jobs/search", {"page": page})
            self.working.update(job["jobKey"] for job in new["items"] if job["type"].startswith("dandori:"))
            self.job_cursor = new["page"]["endCursor"] or self.job_cursor
            if len(self.working) <= may_remain:
                return
            keys = list(self.working)[:1000]
            unfinished = await self.api.get(self.admin, "POST", "/v2/jobs/search", {
                "filter": {"jobKey": {"$in": keys}, "state": {"$notIn": ["COMPLETED", "CANCELED"]}}, "page": {"limit": 1000}})
            self.working.difference_update(set(keys) - {job["jobKey"] for job in unfinished["items"]})
            for job in unfinished["items"]:
                if job["state"] != "CREATED":
                    self.working.discard(job["jobKey"])
                    self.faults[f"{job['type']} {job['elementId']}: {job['state']} {job.get('errorMessage')}"] += 1
            if len(self.working) > may_remain and not new["items"]:
                await asyncio.sleep(pause)  # of the real time; who asks more often only takes the workers' processor
                pause = min(2 * pause, 0.016)

    # Tasks.

    async def look_for_tasks(self):
        page = {"limit": 1000, **({"after": self.cursor} if self.cursor else {})}
        found = await self.api.get(self.admin, "POST", "/v2/user-tasks/search", {"page": page})
        for task in found["items"]:
            self.case_of(task)  # also of a task that is gone already: that its case began counts
            if task["state"] in ("CREATED", "CREATING", "ASSIGNING"):
                self.plan_answer(task)
            else:
                self.case_of(task)  # gone before anybody looked; its case may have begun by itself, and counts
        if found["items"]:
            self.cursor = found["page"]["endCursor"]
        return len(found["items"])

    def case_of(self, task):
        root = task["rootProcessInstanceKey"] or task["processInstanceKey"]
        if root != task["processInstanceKey"]:
            self.called.add(task["processInstanceKey"])
        if root not in self.cases:
            candidates = [script for script in self.scripts.get(task["processDefinitionId"], []) if task["elementId"] in script.answers]
            timers = [script for script in candidates if script.begins == "timer"]
            script = self.random.choice(timers or candidates) if candidates else None
            self.cases[root] = Case(script, self.now)
            self.counts["cases that began by themselves"] += 1
            self.begun_by_themselves.append(root)
        return self.cases[root]

    def plan_answer(self, task):
        case, element = self.case_of(task), task["elementId"]
        number = case.seen[element]
        case.seen[element] += 1
        script = case.script
        of_element = script.answers.get(element, []) if script else []
        answer = of_element[min(number, len(of_element) - 1)] if of_element else None
        again = max(0, number + 1 - len(of_element))
        others = self.all_answers.get((task["processDefinitionId"], element), [])
        if number >= len(of_element) + (2 if of_element else 0) and others:
            # Its own story doesn't come here, or not so often: people answer as in any story, and don't say the same for ever.
            # In the end all take what is usual: where twenty are asked, else somebody would object each time.
            usual = max(reversed(others), key=lambda one: one[0].weight)
            likely = [one for one in others if not one[1].is_left or one[0] is usual[0]]
            script, answer = usual if number >= len(of_element) + 6 else self.random.choices(likely, [one.weight for one, _ in likely])[0]
        elif not answer or (answer.variables is None and not (answer.is_left and number < len(of_element))):
            script, answer = self.by_element.get((task["processDefinitionId"], element)) or self.by_element.get(element) or (None, None)
        if answer and answer.is_left:
            self.counts["tasks left on purpose"] += 1
            self.answers_to_come.add(task["userTaskKey"])
            case.left += 1
            return  # as its story does: time, or something else, takes it away
        if not answer:
            self.faults[f"no story answers {task['processDefinitionId']} {element}"] += 1
            return
        self.answers_to_come.add(task["userTaskKey"])
        self.at(self.moment_for(task, case, answer), self.answering(task, case, script, answer, again))

    def moment_for(self, task, case, answer):
        gap = answer.completed - answer.created
        if gap >= dt.timedelta(days=1) or answer.completed.date() != answer.created.date():
            days = ward.count_open_days(answer.created.date(), answer.completed.date())
            day = ward.add_open_days(self.now.date(), days) if days else self.now.date()
            return ward.at(day, answer.completed.timetz().replace(tzinfo=None))
        if gap > 20 * MINUTE:
            return self.now + gap
        if case.after_hours or not ward.in_desk_hours(answer.completed):
            return self.now + self.random.uniform(3, 12) * MINUTE
        groups = task["candidateGroups"] or [""]
        shortest, longest = next(pace for name, pace in PACE.items() if groups[0].startswith(name))
        moment = ward.add_desk_minutes(self.now, self.random.triangular(shortest, longest, shortest + (longest - shortest) / 4))
        if task["dueDate"] and self.random.random() < 0.97:
            due = dt.datetime.fromisoformat(task["dueDate"].replace("Z", "+00:00")).astimezone(ward.TOKYO)
            if self.now < due < moment:
                moment = self.now + (due - self.now) * self.random.uniform(0.3, 0.8)
            if self.now < due <= self.boundary(moment):
                return self.now  # the clock goes in steps; at the next one it would be too late
        if (answer.variables or {}).get("outcome") == "relapsed" and not ward.in_desk_hours(self.boundary(moment)):
            return ward.add_desk_minutes(moment, 60)  # how many faults there are at night is counted
        return moment

    def answering(self, task, case, script, answer, again):
        async def act():
            self.answers_to_come.discard(task["userTaskKey"])
            said = answer.variables
            if again and task["elementId"] in CORRECTING:  # sent back once more than the story knows: on another day, then
                said = {**{name: script.variables[name] for name in DATES if name in script.variables}, **said}
            variables = self.shifted(said, case, script, answer.completed, again if task["elementId"] in CORRECTING else 0)
            if task["elementId"] in CORRECTING and (again or script is not case.script):
                variables = {**self.filled_in(task["processDefinitionId"], case, again), **variables}
            if "userId" in variables and (again or script is not case.script):
                variables["userId"] = f"zm{next(self.order):06d}"  # no two people have the same
            if task["elementId"] == "Q50":
                variables = {**await self.readings(task), **variables}
            if getattr(case, "attends", False) and task["elementId"] == "A40":
                variables["afterHours"] = "with_attendance"
            elif "afterHours" in variables and not case.after_hours:
                variables["afterHours"] = "none"  # whatever the story was that it is answered as
            people = self.people.of(task["candidateGroups"])
            if task["assignee"]:
                people = [self.persons[task["assignee"]].entry]
            self.random.shuffle(people)
            if case.requester and len(people) > 1:
                people.sort(key=lambda person: person["username"] == case.requester)
            refused = Refused(0, f"nobody is in {task['candidateGroups']}")
            for entry in people[:3]:
                try:
                    await self.answer(task, self.persons[entry["username"]], answer, variables)
                    refused = None
                    break
                except Refused as why:
                    refused = why
                    if why.status not in (403, 409):
                        break
            if refused:
                if refused.status and not await self.is_open(task):
                    self.counts["tasks gone before they were answered"] += 1
                    return
                raise refused
            self.counts["tasks answered"] += 1
            case.answered += 1
            if isinstance(variables.get("persons"), list) and self.cases.get(task["processInstanceKey"]) is case:
                case.persons.append((self.now, len(variables["persons"])))
            self.begin_events(case)
        act.what = f"{task['processDefinitionId']} {task['elementId']} by {script.name}"
        return act

    def filled_in(self, process, case, later):
        """What the usual application of the process says, from now on: who is sent back fills in what is missing."""
        usual = max((script for script in self.scripts[process] if script.variables), key=lambda script: script.weight, default=None)
        if not usual:
            return {}
        said = {name: value for name, value in usual.variables.items() if name not in OWN and not (name == "persons" and case.persons)}
        return self.shifted(said, Case(usual, self.now, case.replacements), usual, usual.clock, later)

    async def readings(self, task):
        """Lines of a form with the readings of names, which the check asks for where applications left them out."""
        found = await self.api.get(self.admin, "POST", "/v2/variables/search?truncateValues=false", {
            "filter": {"processInstanceKey": task["processInstanceKey"], "name": "formLines"}, "page": {"limit": 10}})
        lines = json.loads(found["items"][0]["value"]) if found["items"] else []
        return {"formLines": [{**line, "kana": line.get("kana") or "ミョウジ ナマエ"} for line in lines]} if lines else {}

    async def is_open(self, task):
        return (await self.api.get(self.admin, "GET", f"/v2/user-tasks/{task['userTaskKey']}"))["state"] == "CREATED"

    async def answer(self, task, person, answer, variables):
        if answer.returned_to:
            reason = variables.get("reason", "")
            await self.api.get(person, "POST", f"/v2/user-tasks/{task['userTaskKey']}/return", {"elementId": answer.returned_to, "reason": reason})
            return
        body = {"variables": variables}
        if "outcome" in variables:
            body["action"] = variables["outcome"]
        await self.api.get(person, "POST", f"/v2/user-tasks/{task['userTaskKey']}/completion", body)

    # What the stories say, at another time and of another system.

    def shifted(self, variables, case, script, then, later=0):
        """The variables of a story with their times moved: what is near the moment of the answer moves with it, the rest with the
        beginning of the case, by open days, and `later` days more."""
        def moved(match):
            text = match.group(0)
            if "T" not in text:
                return self.day_for(dt.date.fromisoformat(text), script.clock.date(), case.began.date()).isoformat()
            moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
            moment = (moment if moment.tzinfo else moment.replace(tzinfo=ward.TOKYO)).astimezone(ward.TOKYO)
            if abs(moment - then) < dt.timedelta(hours=12):
                return (self.now + (moment - then)).replace(microsecond=0).isoformat()
            day = self.day_for(moment.date(), script.clock.date(), case.began.date()) + later * ward.DAY
            return ward.at(day, moment.timetz().replace(tzinfo=None)).isoformat()
        text = ISO.sub(moved, json.dumps(variables, ensure_ascii=False))
        for old, new in case.replacements:
            text = text.replace(old, new)
        if script.case_no and case.case_no:
            text = text.replace(script.case_no, case.case_no)
        return json.loads(text)

    @staticmethod
    def day_for(day, then, now):
        if (day.month, day.day) == (3, 31):
            return dt.date(now.year + (now.month >= 4), 3, 31)
        if day <= then:
            return now - (then - day)
        if ward.is_open(day):
            return ward.add_open_days(now, ward.count_open_days(then, day))
        found = now + (day - then)
        while ward.is_open(found):
            found += ward.DAY
        return found

    # Cases that people and mails begin.

    def replacements_for(self, system):
        """Whose case it is instead of the tax system's, or the base's, which the stories are about."""
        vendor = next(iter(self.people.of_party(system["party"])), None)
        if not vendor:
            raise RuntimeError(f"nobody looks after {system['id']}")
        department = system["departments"][0] if system["departments"] else "税務課"
        return [("joint_asp/SYS-46", system["party"]), ("SYS-46", system["id"]), ("SYS-18", system["id"]), ("税務課", department), ("税務システム", system["name"]),
                ("林 拓也", vendor["name"]), ("hayashi@tax-asp.example.jp", vendor["mail"])]

    def start(self, process, script, system=None, starter=None, extra=None):
        """Somebody begins the process on its page."""
        async def act():
            case = Case(script, self.now, self.replacements_for(system) if system else ())
            variables = self.shifted({**script.variables, **(extra or {})}, case, script, script.clock)
            requester = variables.pop("requester", None) or {}
            for name in ("channel", "receivedAt"):
                variables.pop(name, None)
            person = starter or self.people.by_mail.get(requester.get("mail")) or self.people.by_group["iom.leader"][0]
            case.requester = person["username"]
            body = {"processDefinitionKey": self.start_forms[process], "variables": variables}
            answer = await self.api.get(self.persons[person["username"]], "POST", "/api/cases", body)
            self.know(case, answer["processInstanceKey"], answer["caseNo"])
            if isinstance(variables.get("persons"), list):
                case.persons.append((self.now, len(variables["persons"])))
        act.what = f"start of {process} by {script.name}"
        return act

    def know(self, case, key, case_no):
        case.key, case.case_no = key, case_no or ""
        self.cases[key] = case
        self.note(case.script.process + " cases")
        self.counts["cases begun"] += 1
        self.begin_events(case)

    def mailed(self, mail, case, what):
        """A mail that begins a case, or belongs to one."""
        async def act():
            answer = await self.api.deliver(mail(self.now))
            self.note(what)
            self.counts["mails in"] += 1
            if case and not case.key and answer.get("processInstanceKey"):
                case.began = self.now
                self.know(case, answer["processInstanceKey"], answer.get("caseNo"))
            elif answer["state"] == "TRAY":
                self.faults[f"in the tray: {answer.get('reason')} ({what})"] += 1
        act.what = f"mail: {what}"
        return act

    def begin_events(self, case):
        """What comes from outside once so many tasks have been answered."""
        while case.events and case.events[0].after <= case.answered and case.key:
            event = case.events.pop(0)
            act = self.happening(case, event)
            if act:
                moment = self.now + event.gap
                if event.message == "alert" and not case.after_hours and not ward.in_desk_hours(moment):
                    moment = ward.add_desk_minutes(moment, self.random.uniform(1, 60))  # how many faults there are at night is counted
                self.at(moment, act)

    def happening(self, case, event):
        script = case.script
        if event.message in ("withdraw", "work-stop"):
            path = "withdrawal" if event.message == "withdraw" else "stop"

            async def act():
                person = self.persons[case.requester or self.people.by_group["iom.leader"][0]["username"]]
                try:
                    await self.api.get(person, "POST", f"/api/cases/{case.case_no}/{path}", {"reason": "都合により"})
                    self.counts[path] += 1
                except Refused as refused:
                    if refused.status != 409:
                        raise
                    self.counts[f"{path} too late"] += 1  # the case has gone on faster than its story
        elif event.message in ("alert", "alert-recovered"):
            fault = getattr(case, "fault", None)
            if not fault:
                return None
            return self.mailed(lambda at: fault.mail(at, next(self.order), event.message == "alert-recovered"), case, "alert")
        else:
            async def act():
                variables = self.shifted(event.variables, case, script, case.began)
                key = case.case_no if CASE_NUMBER.fullmatch(event.key) else event.key
                await self.api.get(self.admin, "POST", "/v2/messages/publication",
                                   {"name": event.message, "correlationKey": key, "timeToLive": 3_600_000, "variables": variables})
        act.what = f"{event.message} for {script.name}"
        return act
