"""The ward as the generator knows it: its calendar, its systems, its people, read from the data that the processes read."""
import csv
import datetime as dt
import json
import os

HOUSE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROCESSES = os.path.join(HOUSE, "processes")
TOKYO = dt.timezone(dt.timedelta(hours=9))
DAY = dt.timedelta(days=1)


def rows(name):
    with open(os.path.join(PROCESSES, "reference-data", name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


HOLIDAYS = {dt.date.fromisoformat(row["date"]) for row in rows("holidays.csv")}


def is_open(day):
    """Whether the ward is open: no Saturday, Sunday or holiday, not 29 December to 3 January."""
    in_new_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() < 5 and day not in HOLIDAYS and not in_new_year


def open_days(first, last):
    return [day for day in (first + DAY * n for n in range((last - first).days + 1)) if is_open(day)]


def add_open_days(day, count):
    step = DAY if count > 0 else -DAY
    while count:
        day += step
        count -= is_open(day) * (1 if step > dt.timedelta() else -1)
    return day


def count_open_days(first, last):
    """Open days after `first` up to `last`; negative where `last` is before `first`."""
    if last < first:
        return -count_open_days(last, first)
    return sum(is_open(first + DAY * n) for n in range(1, (last - first).days + 1))


OPENS, CLOSES = dt.time(8, 30), dt.time(17, 15)


def at(day, time):
    return dt.datetime.combine(day, time, TOKYO)


def in_desk_hours(moment):
    return is_open(moment.date()) and OPENS <= moment.timetz().replace(tzinfo=None) < CLOSES


def add_desk_minutes(moment, minutes):
    """So many minutes of the desk's hours later (8:30 to 17:15 of open days)."""
    left = dt.timedelta(minutes=minutes)
    while True:
        day = moment.date()
        begin, end = at(day, OPENS), at(day, CLOSES)
        if is_open(day) and moment < end:
            moment = max(moment, begin)
            if moment + left <= end:
                return moment + left
            left -= end - moment
        moment = at(day + DAY, OPENS)


class People:
    """Who may sign in, by the groups of tasks."""

    def __init__(self, file=os.path.join(PROCESSES, "demo", "ward.json")):
        with open(file, encoding="utf-8") as users:
            self.all = json.load(users)
        self.by_group = {}
        self.by_mail = {person["mail"]: person for person in self.all}
        for person in self.all:
            for group in person["groups"]:
                self.by_group.setdefault(group, []).append(person)

    def of(self, groups):
        """People of any of the groups, each once."""
        found = {person["username"]: person for group in groups for person in self.by_group.get(group, [])}
        return list(found.values())

    def of_party(self, party):
        return [person for person in self.all if any(group.rpartition(".")[0] == party for group in person["groups"])]


class Systems:
    """The managed systems: who looks after each, which departments own it."""

    def __init__(self):
        standard = {row["managed_system_id"]: row for row in rows("standard_systems.csv")}
        self.all = []
        for row in rows("systems.csv"):
            owner = standard.get(row["system_id"])
            party = {"SYS-06": "single_db", "SYS-18": "infra", "SYS-28": "network"}.get(row["system_id"])
            if not party:
                party = f"joint_asp/{row['system_id']}" if owner and owner["responsible_party_assumed"] == "joint_asp" else f"nonstd/{row['system_id']}"
            departments = owner["owner_departments"].split(";") if owner else []
            self.all.append({"id": row["system_id"], "slug": row["slug"].replace("_", "-"), "name": row["name_ja"], "party": party,
                             "departments": departments})
        self.by_id = {system["id"]: system for system in self.all}
        self.standardised = [system for system in self.all if system["party"].startswith("joint_asp/")]
