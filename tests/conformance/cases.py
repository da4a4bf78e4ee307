#!/usr/bin/env python3
"""Plays the execution cases of other projects' engines against `dandori serve` on a new store.

    cases.py DANDORI memory|sqlite|postgres

The cases and their runner are found in DANDORI_SHARED or in ../shared beside the checkout; without them, or without PostgreSQL's
programs for its store, it says so and passes.
"""
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "crash"))
from postgres_server import PostgresServer  # noqa: E402

# Most of a case's time goes by with waiting for its timers.
CASES_AT_ONCE = 8


def shared_folder():
    checkout = Path(__file__).resolve().parents[2]
    for folder in (os.environ.get("DANDORI_SHARED"), checkout.parent / "shared"):
        if folder and (Path(folder) / "conformance" / "run.py").is_file():
            return Path(folder)
    return None


def is_ready(url):
    try:
        with urllib.request.urlopen(url + "/health/ready", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def play(program, store, runner):
    """What the runner ended with; after a failure what the server said is printed."""
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", "--store", store, "--auth", "none"],
                                  stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            url = server.stdout.readline().strip()
            result = 1
            while url and server.poll() is None:
                if is_ready(url):
                    result = subprocess.run([sys.executable, runner, "--workers", str(CASES_AT_ONCE), "--url", url], check=False).returncode
                    break
                time.sleep(0.05)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
        if result:
            log.seek(0)
            print(log.read() + "failed on " + store)
        return result


def main():
    program, store = sys.argv[1:]
    shared = shared_folder()
    if shared is None:
        print("skipped: not found: shared/conformance")
        return 0
    runner = shared / "conformance" / "run.py"
    if store == "memory":
        return play(program, "memory:", runner)
    if store == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            return play(program, "sqlite:" + os.path.join(folder, "store.db"), runner)
    if not PostgresServer.programs():
        print("skipped: not found: PostgreSQL's programs in /usr/lib/postgresql")
        return 0
    with PostgresServer() as server:
        return play(program, server.url(), runner)


if __name__ == "__main__":
    sys.exit(main())
