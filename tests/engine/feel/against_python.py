#!/usr/bin/env python3
"""Asks FEEL and Python the same: decimals against Python's decimal, dates and zones against its datetime and zoneinfo.

    against_python.py PROGRAM [--cases 100000] [--seed 20260402]

PROGRAM evaluates one expression a line. Exit status 0 if all answers agree.
"""
import argparse
import random
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from zoneinfo import ZoneInfo

CONTEXT = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[])
WIDE = Context(prec=12000, Emin=-99999, Emax=99999, traps=[])
ZONES = ["Asia/Tokyo", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo", "Etc/UTC"]


def number(chance):
    digits = chance.choice([1, 2, 5, 9, 17, 18, 19, 25, 33, 34])
    coefficient = chance.randrange(10**digits)
    exponent = chance.choice([0, 0, 0, -1, -2, -8, -20, -34, 3, 20])
    return Decimal(chance.choice([1, -1]) * coefficient).scaleb(exponent, WIDE)


def literal(value):
    text = format(value, "f")
    return f"({text})" if text.startswith("-") else text


def decimal_case(chance):
    a, b = number(chance), number(chance)
    kind = chance.choice("+-*/%<=rsx")
    if kind == "+":
        return f"{literal(a)} + {literal(b)}", CONTEXT.add(a, b)
    if kind == "-":
        return f"{literal(a)} - {literal(b)}", CONTEXT.subtract(a, b)
    if kind == "*":
        return f"{literal(a)} * {literal(b)}", CONTEXT.multiply(a, b)
    if kind == "/":
        return f"{literal(a)} / {literal(b)}", CONTEXT.divide(a, b) if b else None
    if kind == "%":
        if not b:
            return f"modulo({literal(a)}, {literal(b)})", None
        rest = WIDE.remainder(a, b)
        if rest and (rest < 0) != (b < 0):
            rest = CONTEXT.add(rest, b)
        return f"modulo({literal(a)}, {literal(b)})", rest
    if kind == "<":
        return f"{literal(a)} < {literal(b)}", a < b
    if kind == "=":
        c = a if chance.random() < 0.5 else b
        return f"{literal(a)} = {literal(c)}", a == c
    if kind == "s":
        return f"sqrt({literal(abs(a))})", CONTEXT.sqrt(abs(a))
    if kind == "x":
        return f"number(\"{a}\")", a
    name, rounding = chance.choice([("decimal", ROUND_HALF_EVEN), ("floor", ROUND_FLOOR), ("ceiling", ROUND_CEILING), ("round up", ROUND_UP),
                                    ("round down", ROUND_DOWN), ("round half up", ROUND_HALF_UP), ("round half down", ROUND_HALF_DOWN)])
    scale = chance.randrange(-5, 12)
    unit = Decimal(1).scaleb(-scale)
    rounded = a if a.as_tuple().exponent >= -scale else a.quantize(unit, rounding=rounding, context=WIDE)
    return f"{name}({literal(a)}, {scale})", rounded


def duration(chance):
    return timedelta(days=chance.randrange(-40000, 40000), seconds=chance.randrange(86400))


def duration_text(length):
    seconds = length.days * 86400 + length.seconds
    return f"{'-' if seconds < 0 else ''}PT{abs(seconds)}S"


def date_case(chance):
    day = date.fromordinal(chance.randrange(date(1600, 1, 1).toordinal(), date(2900, 1, 1).toordinal()))
    kind = chance.randrange(6)
    if kind == 0:
        length = timedelta(days=chance.randrange(-40000, 40000))
        return f'@"{day}" + @"{"-" if length.days < 0 else ""}P{abs(length.days)}D"', str(day + length)
    if kind == 1:
        other = date.fromordinal(chance.randrange(date(1600, 1, 1).toordinal(), date(2900, 1, 1).toordinal()))
        return f'(@"{day}" - @"{other}") / @"P1D"', str((day - other).days)
    if kind == 2:
        name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.weekday()]
        return f'[week of year(@"{day}"), day of year(@"{day}"), day of week(@"{day}")]', \
            f'[{day.isocalendar()[1]}, {day.timetuple().tm_yday}, "{name}"]'
    moment = datetime(chance.randrange(1975, 2110), chance.randrange(1, 13), chance.randrange(1, 29), chance.randrange(24),
                      chance.randrange(60), chance.randrange(60))
    zone = chance.choice(ZONES)
    if kind == 3:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        return f'@"{moment.isoformat()}@{zone}".time offset / @"PT1S"', str(int(offset.total_seconds()))
    if kind == 4:
        there = moment.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return f'date and time(@"{moment.isoformat()}Z", "{zone}")', f"{there.isoformat()}@{zone}"
    length = timedelta(seconds=chance.randrange(-10**8, 10**8))
    there = (moment.replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc) + length).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return f'@"{moment.isoformat()}@{zone}" + @"{duration_text(length)}"', f"{there.isoformat()}@{zone}"


def agrees(answer, expected):
    if expected is None:
        return answer == "null"
    if isinstance(expected, bool):
        return answer == str(expected).lower()
    if isinstance(expected, Decimal):
        if not expected.is_finite():
            return answer == "null"
        try:
            return Decimal(answer) == expected
        except ArithmeticError:
            return False
    return answer == expected


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--cases", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=20260402)
    chosen = arguments.parse_args()
    failed = 0
    for name, case in (("decimals", decimal_case), ("dates", date_case)):
        chance = random.Random(chosen.seed)
        cases = [case(chance) for _ in range(chosen.cases)]
        asked = "\n".join(expression for expression, _ in cases) + "\n"
        answers = subprocess.run([chosen.program], input=asked, capture_output=True, text=True, check=True).stdout.splitlines()
        wrong = [(e, w, a) for (e, w), a in zip(cases, answers) if not agrees(a, w)]
        failed += len(wrong) + abs(len(answers) - len(cases))
        print(f"{name}: {len(answers) - len(wrong)} of {len(cases)} agree (seed {chosen.seed})")
        for expression, expected, answer in wrong[:10]:
            print(f"  {expression}\n    Python {expected}\n    FEEL   {answer}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
