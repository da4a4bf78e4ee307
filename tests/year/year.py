#!/usr/bin/env python3
"""A fiscal year of the ward's work, planned from what the ward counted and played through a server; `year.py --help`."""
import argparse
import asyncio
import datetime as dt
import json
import os
import sys
import tempfile
import time

import ward
import figures
from mails import Fault, written
from play import MINUTE, Case, Play
from server import Server

# What the ward counted in a year, by its months from April: PROCESSES.md 0.7 and its tables.
ALERTS = [853, 838, 416, 634, 1134, 630, 1248, 972, 608, 766, 1246, 744]
AFTER_HOURS = [26, 29, 23, 11, 14, 20, 21, 22, 13, 31, 30, 12]
INCIDENTS = 2500
INQUIRIES = 24_000
HELPDESK_SHAPE = [1282, 802, 832, 667, 726, 775, 789, 1164, 915, 715, 937, 856]  # how the records of the help desk spread
REQUESTS = {"infra-work-request": 320, "production-work-request": 619, "building-work-notice": 425, "user-id-request": 491,
            "data-centre-entry": 191, "maintenance-notice": 700, "csp-account": 120, "monitoring-sheet": 60, "minutes": 150,
            "change-release": 120, "escalation": 300, "version-change": 8, "emergency-contact": 4, "document-approval": 60}
# The usual way of a process is taken so much more often than each of its other ways.
USUAL = {"infra-work-request/request-to-completed": 60, "production-work-request/request-to-completed": 80,
         "building-work-notice/notice-to-completed": 40, "user-id-request/request-to-expiry": 40, "data-centre-entry/visit-to-completed": 40,
         "maintenance-notice/no-effect-done": 12, "maintenance-notice/planned-with-objection": 6, "csp-account/request-to-issued": 20,
         "monitoring-sheet/all-set": 10, "minutes/approved": 12, "change-release/normal-to-released": 12, "change-release/standard-rolled-back": 2,
         "inquiry/by-mail-known-and-silent": 60, "inquiry/mail-answered-after-asking": 12, "inquiry/converted": 0.1, "incident/alert-to-closed": 40,
         "incident/other-ways": 8, "escalation/p4-instructed": 20, "document-approval/submit-to-filed": 10, "emergency-contact/drill-all-safe": 10}


def months_from(first, last):
    """(first day, last day, share of its month) of each month between two days."""
    day = first
    while day <= last:
        following = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        end = min(following - ward.DAY, last)
        yield day, end, ((end - day).days + 1) / (following - day.replace(day=1)).days
        day = following


class Year:
    def __init__(self, play, first, last, scale):
        self.play, self.first, self.last, self.scale = play, first, last, scale
        self.random = play.random
        for scripts in play.scripts.values():
            for script in scripts:
                script.weight = USUAL.get(script.name, 1)
        self.fault_number = 0
        for begin, end, share in months_from(first, last):
            self.month(begin, end, share * scale)

    def moment_in_hours(self, begin, end):
        days = ward.open_days(begin, end)
        return ward.at(self.random.choice(days), dt.time(8, 30)) + self.random.uniform(1, 500) * MINUTE if days else None

    def moment_after_hours(self, begin, end):
        while True:
            moment = ward.at(begin, dt.time()) + self.random.random() * ((end - begin).days + 1) * ward.DAY
            if not ward.in_desk_hours(moment) and moment.hour not in (8, 17):
                return moment

    async def note_cases(self):
        """Counts the cases that processes began by themselves, by the server's own record of when."""
        raised = await figures.search(self.play, "/v2/process-instances/search", {"processDefinitionId": "escalation"})
        unseen = [instance["processInstanceKey"] for instance in raised if instance["processInstanceKey"] not in self.play.cases]
        roots = self.play.begun_by_themselves + list(self.play.called) + unseen  # unseen: over before it had a task
        at_night = {}  # incidents of the night that a process opened, an emergency or its drill, count as those of alerts do
        for begin in range(0, len(roots), 500):
            for instance in await figures.search(self.play, "/v2/process-instances/search", {"processInstanceKey": {"$in": roots[begin:begin + 500]}}):
                began = dt.datetime.fromisoformat(instance["startDate"].replace("Z", "+00:00")).astimezone(ward.TOKYO)
                if instance.get("businessId"):
                    self.play.log.append((began.strftime("%Y-%m"), instance["processDefinitionId"] + " cases", 1))
                if instance["processDefinitionId"] == "incident" and not ward.in_desk_hours(began):
                    at_night[instance["processInstanceKey"]] = began
            for variable in await figures.search(self.play, "/v2/variables/search", {"processInstanceKey": {"$in": roots[begin:begin + 500]}, "name": "persons"}):
                case = self.play.cases.get(variable["processInstanceKey"])
                if case and case.script and not case.persons and (persons := json.loads(variable["value"])):
                    case.persons.append((case.began, len(persons)))
        keys = list(at_night)
        for begin in range(0, len(keys), 500):
            for variable in await figures.search(self.play, "/v2/variables/search", {"processInstanceKey": {"$in": keys[begin:begin + 500]}, "name": "channel"}):
                if variable["value"] == '"process"' and variable["scopeKey"] == variable["processInstanceKey"]:
                    self.play.log.append((at_night[variable["processInstanceKey"]].strftime("%Y-%m"), "after hours without", 1))
        for case in self.play.cases.values():
            month = case.began.strftime("%Y-%m")
            reported = ward.at((case.began.date().replace(day=1) + dt.timedelta(days=32)).replace(day=1), dt.time(9))
            while not ward.is_open(reported.date()):
                reported += ward.DAY
            known = [persons for moment, persons in case.persons if moment < reported]
            if known:
                self.play.log.append((month, case.script.process + " persons", known[-1]))

    def script(self, process, begins=("page", "message", "mail"), fits=lambda script: True):
        scripts = [script for script in self.play.scripts[process] if script.begins in begins and fits(script)]
        return self.random.choices(scripts, [script.weight for script in scripts])[0]

    def month(self, begin, end, share):
        index = (begin.month - 4) % 12
        self.alerts(begin, end, round(ALERTS[index] * share), round(AFTER_HOURS[index] * share), index == 0)
        self.inquiries(begin, end, round(INQUIRIES * HELPDESK_SHAPE[index] / sum(HELPDESK_SHAPE) * share))
        for process, number in REQUESTS.items():
            for _ in range(int(number * share / 12 + self.random.random())):
                self.request(process, begin, end)

    def alerts(self, begin, end, alerts, after_hours, one_attends):
        """So many alert mails exactly: each fault is told of at least once, some again and again, most when they are over."""
        faults = max(after_hours, round(alerts * INCIDENTS / sum(ALERTS)))
        mails = [1] * faults
        for _ in range(alerts - faults):
            mails[self.random.randrange(faults)] += 1
        for number, count in enumerate(mails):
            is_after_hours = number < after_hours
            self.fault(begin, end, count, is_after_hours, one_attends and number == 0)

    def fault(self, begin, end, count, is_after_hours, attends):
        system = self.random.choice(self.play.systems.standardised + [self.play.systems.by_id[one] for one in ("SYS-06", "SYS-18", "SYS-28")])
        severity = self.random.choice(["critical", "high"]) if is_after_hours else self.random.choice(["high", "warning", "warning", "information"])
        moment = self.moment_after_hours(begin, end) if is_after_hours else self.moment_in_hours(begin, end)
        script = self.script("incident", ("message",), lambda script: script.message == "alert")
        self.fault_number += 1
        fault = Fault(system, self.fault_number, severity)
        case = Case(script, moment, self.play.replacements_for(system) + [("jp1|hq-sw|down", ""), ('"suspectedParty": "network"', f'"suspectedParty": "{system["party"]}"')],
                    after_hours=is_after_hours)
        case.fault, case.attends = fault, attends
        if is_after_hours:
            self.play.log.append((moment.strftime("%Y-%m"), "after hours with" if attends else "after hours without", 1))
        own = 0  # what the story tells again of the fault, as far as there are mails for it
        for event in list(case.events):
            if event.message.startswith("alert"):
                own += 1
                if own > count - 1:
                    case.events.remove(event)
        own = min(own, count - 1)
        for number in range(count - own):
            later = moment + number * self.random.uniform(1, 4) * MINUTE
            self.play.at(later, self.play.mailed(lambda at, number=number: fault.mail(at, next(self.play.order)), case, "alert"))

    def inquiries(self, begin, end, number):
        askers = [person for person in self.play.people.all if person["party"] not in ("iom", "helpdesk")]
        for _ in range(number):
            script = self.script("inquiry")
            moment, asker = self.moment_in_hours(begin, end), self.random.choice(askers)
            if script.begins == "page":
                self.play.at(moment, self.play.start("inquiry", script))
                continue
            subject = self.random.choice(["参照権限について", "帳票の印字について", "夜間処理の予定について", "権限の付け方", "画面の文言について"])
            mail = lambda at, asker=asker, subject=subject: written(
                asker["mail"], asker["name"], "inquiry@desk.example.jp", subject, f"統合運用の皆様\n\n{subject}教えてください。\n", at,
                f"q{next(self.play.order)}@{asker['mail'].partition('@')[2]}")
            self.play.at(moment, self.play.mailed(mail, Case(script, moment), "inquiry"))

    def request(self, process, begin, end):
        script = self.script(process)
        system = self.random.choice(self.play.systems.standardised)
        moment = self.moment_in_hours(begin, end)
        if script.begins == "page":
            self.play.at(moment, self.play.start(process, script, system))
        elif script.begins == "mail":
            vendor = self.play.people.of_party(system["party"])[0]
            to, subject = {"infra-work-request": ("request", "作業依頼: サーバの増設"), "production-work-request": ("request", "本番環境作業依頼: 締切の変更"),
                           "building-work-notice": ("request", "庁舎内作業届"), "user-id-request": ("request", "ユーザID設置申請"),
                           "data-centre-entry": ("request", "電算センター入退室申請"), "maintenance-notice": ("maintenance", "定期保守のお知らせ")}[process]
            mail = lambda at: written(vendor["mail"], vendor["name"], f"{to}@desk.example.jp", subject, "日時は追って相談します。\n", at,
                                      f"r{next(self.play.order)}@{vendor['mail'].partition('@')[2]}")
            self.play.at(moment, self.play.mailed(mail, Case(script, moment, self.play.replacements_for(system)), process))
        else:
            case_no = f"INC-R08-{self.random.randrange(1, 9999):05d}"

            async def act():
                await self.play.api.get(self.play.admin, "POST", "/v2/messages/publication",
                                        {"name": script.message, "correlationKey": case_no, "timeToLive": 0, "variables": script.variables})
            act.what = f"message for {process}"
            self.play.at(moment, act)


async def played(arguments, folder):
    """Plays the time; what came of it."""
    begins = ward.at(arguments.first - ward.DAY, dt.time(18))
    ends = dt.datetime.now(ward.TOKYO) if arguments.to_now else ward.at(arguments.last + ward.DAY, dt.time())
    server = Server(arguments.program, folder, begins, arguments.store, arguments.outbox)
    try:
        play = Play(server, begins, arguments.seed)
        await play.begin()
        year = Year(play, arguments.first, arguments.last, arguments.scale)
        began, cpu_before, own_cpu_before = time.monotonic(), server.cpu_seconds(), time.process_time()
        for _, end, _ in months_from(arguments.first, arguments.last):
            await play.run(min(ward.at(end + ward.DAY, dt.time()), ends))
            print(f"{end}: {time.monotonic() - began:.1f} s, CPU {server.cpu_seconds() - cpu_before:.1f} s in the server and "
                  f"{time.process_time() - own_cpu_before:.1f} s here, {play.api.asked} requests, {play.counts['tasks answered']} tasks", flush=True)
        took = {"seconds": time.monotonic() - began, "cpu": server.cpu_seconds() - cpu_before, "requests": play.api.asked,
                "megabytes": server.memory_megabytes()}
        if arguments.to_now:
            return play, None
        # The last month is reported on after it; what is under way goes on without anything new.
        await play.run(ward.at(arguments.last + arguments.after * ward.DAY, dt.time()))
        await play.workers_done()
        await play.look_for_tasks()
        return play, await outcome(play, year, arguments, took)
    finally:
        if "play" in locals():
            play.api.close()
        if status := server.stop():
            print("the server ended with", status)
        with open(os.path.join(folder, "server.log"), "w", encoding="utf-8") as file:
            file.writelines(server.log)


async def outcome(play, year, arguments, took):
    first, last = arguments.first.isoformat()[:7], arguments.last.isoformat()[:7]
    months = {month: one for month, one in (await figures.reports(play)).items() if first <= month <= last}
    await year.note_cases()
    await play.workers_done()
    await play.look_for_tasks()  # what the last step of the clock brought after everybody had looked
    running, forgotten = await figures.still_open(play)
    incidents = await figures.search(play, "/v2/incidents/search", {"state": "ACTIVE"})
    return {"took": took, "months": months, "rows": figures.compared(play, months), "attainment": figures.attainment(months), "running": running,
            "forgotten": forgotten, "incidents": incidents, "faults": play.faults, "counts": play.counts}


def faults_in(found):
    """What must not be, a line each."""
    for month, what, went_in, came_out in found["rows"]:
        if went_in != came_out:
            yield f"{month} {what}: {went_in} went in, the report says {came_out}"
    if not found["rows"]:
        yield "no month was reported on"
    for incident in found["incidents"]:
        yield f"incident at {incident['processDefinitionId']} {incident['elementId']}: {incident['errorMessage']}"
    for task in found["forgotten"]:
        yield f"nobody answers {task['processDefinitionId']} {task['elementId']} for {task['candidateGroups']}"
    for fault, count in found["faults"].items():
        yield f"{count} x {fault}"


def told(found, arguments):
    """The outcome as a page."""
    took = found["took"]
    lines = [f"{arguments.first} to {arguments.last}, seed {arguments.seed}, scale {arguments.scale:g}: {took['seconds']:.0f} s, "
             f"{took['cpu']:.0f} s of CPU in the server, {took['requests']:,} requests, {took['megabytes']:.0f} MB at most.", "",
             "| what | number |", "|---|---|"]
    lines += [f"| {what} | {number:,} |" for what, number in sorted(found["counts"].items())]
    lines += ["", "In and out by month: what the generator sent, and what the month's report counted (in/out where they differ).", ""]
    months = sorted({row[0] for row in found["rows"]})
    by_what = {}
    for month, what, went_in, came_out in found["rows"]:
        by_what.setdefault(what, {})[month] = f"{came_out:,}" if went_in == came_out else f"**{went_in:,}/{came_out:,}**"
    lines += ["| | " + " | ".join(months) + " |", "|---|" + "---|" * len(months)]
    lines += [f"| {what} | " + " | ".join(numbers.get(month, "0") for month in months) + " |" for what, numbers in by_what.items()
              if set(numbers.values()) != {"0"}]
    lines += ["", "Deadlines of user tasks:", "", "| process | kept | missed | kept of all |", "|---|---|---|---|"]
    lines += [f"| {name} | {kept:,} | {missed:,} | {100 * kept / (kept + missed):.1f} % |" for name, (kept, missed) in sorted(found["attainment"].items())]
    lines += ["", "Cases that go on beyond the end: " + (", ".join(f"{process} {count}" for process, count in sorted(found["running"].items())) or "none") + ".",
              f"Tasks that nobody will answer though their stories do: {len(found['forgotten'])}. Incidents of the engine: {len(found['incidents'])}."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Plays the ward's work through a server and compares its monthly reports with what went in.")
    parser.add_argument("program", help="dandori")
    parser.add_argument("--from", dest="first", type=dt.date.fromisoformat, default=dt.date(2026, 4, 1))
    parser.add_argument("--until", dest="last", type=dt.date.fromisoformat, default=dt.date(2027, 3, 31))
    parser.add_argument("--after", type=int, default=30, help="days that it goes on with nothing new")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1.0, help="of the ward's own numbers")
    parser.add_argument("--store", help="as serve's; a file that is thrown away")
    parser.add_argument("--outbox", help="folder that mails go out to")
    parser.add_argument("--keep", help="folder that the store and the log stay in")
    parser.add_argument("--weeks-to-now", dest="to_now", type=int, help="the weeks before now, and no comparison: something to look at")
    parser.add_argument("--write", help="file that the outcome is written to")
    arguments = parser.parse_args()
    if arguments.to_now:
        arguments.last = dt.datetime.now(ward.TOKYO).date()
        arguments.first = arguments.last - dt.timedelta(weeks=arguments.to_now)
    with tempfile.TemporaryDirectory() as folder:
        if arguments.keep:
            os.makedirs(arguments.keep, exist_ok=True)
        _, found = asyncio.run(played(arguments, arguments.keep or folder))
    if not found:
        return 0
    page = told(found, arguments)
    print(page)
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write(page)
    faults = list(faults_in(found))
    for fault in faults:
        print("fault:", fault)
    print(f"{len(found['rows'])} figures of {len(found['months'])} months agree" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
