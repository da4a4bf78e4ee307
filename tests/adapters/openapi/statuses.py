"""Holds the statuses that were answered in the tests against those that the description tells of.

    statuses.py FOLDER

FOLDER has `*.answers` of the test programs and `described.txt`, both with lines `METHOD pattern status`. A status that is described and
that no test has seen is either never answered, then it must not be described, or nobody has tried it. The latter stand in
statuses_not_tried.txt, which only ever gets shorter.
"""
import glob
import os
import sys


def lines_of(path):
    with open(path) as file:
        return {line.strip() for line in file if line.strip()}


def main(folder):
    programs = glob.glob(os.path.join(folder, "*.answers"))
    seen = set().union(*(lines_of(path) for path in programs))
    described = lines_of(os.path.join(folder, "described.txt"))
    known = lines_of(os.path.join(os.path.dirname(os.path.abspath(__file__)), "statuses_not_tried.txt"))
    faults = sorted(described - seen - known)
    for line in faults:
        print("never answered in a test, or not at all:", line)
    for line in sorted(known - (described - seen)):
        print("is tried now, or no longer described; delete it from statuses_not_tried.txt:", line)
    print(f"{len(described & seen)} of {len(described)} described statuses were answered, in {len(programs)} programs")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])
