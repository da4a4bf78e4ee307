#!/usr/bin/env python3
"""Puts the DMN TCK to `dmn serve` and compares with what was reached before.

    dmn_tck.py PROGRAM RECORD

PROGRAM answers `serve`; RECORD (dmn_tck.txt) holds the closing line last reached. Fails if fewer cases pass. The cases and
their runner are found in DANDORI_SHARED or in ../shared beside the checkout; without them it says so and passes.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

CLOSING = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)


def shared_folder():
    checkout = Path(__file__).resolve().parents[2]
    for folder in (os.environ.get("DANDORI_SHARED"), checkout.parent / "shared"):
        if folder and (Path(folder) / "dmn-tck" / "run_tck.py").is_file():
            return Path(folder)
    return None


def main():
    program, record = sys.argv[1], Path(sys.argv[2])
    shared = shared_folder()
    if shared is None:
        print("skipped: not found: shared/dmn-tck")
        return 0
    tck = shared / "dmn-tck"
    levels = [str(tck / level) for level in ("compliance-level-2", "compliance-level-3", "non-compliant")]
    run = subprocess.run([sys.executable, str(tck / "run_tck.py"), "--cmd", program + " serve", *levels],
                         capture_output=True, text=True, check=False)
    print(run.stdout)
    print(run.stderr, file=sys.stderr)
    reached = CLOSING.search(run.stdout)
    before = CLOSING.search(record.read_text(encoding="utf-8"))
    if not reached or not before:
        print("failed: no closing line from the runner or in " + record.name)
        return 1
    if int(reached.group(1)) < int(before.group(1)):
        print(f"failed: {reached.group(0)}, but before: {before.group(0)}")
        return 1
    print(reached.group(0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
