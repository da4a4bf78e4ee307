"""Starts a server in memory, runs schemathesis against it, and says how it went.

    against_server.py SCHEMATHESIS DANDORI MINUTES [SEED]

First what follows from the description alone (each bound, each wrong type of each member), always all of it, however long that takes:
what is found must not depend on how fast the machine is. Then requests by chance: for so many minutes, or with 0 minutes
EXAMPLES of each operation and no more.
"""
import os
import re
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HOUSE = os.path.dirname(os.path.dirname(HERE))
CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
          "response_schema_conformance", "negative_data_rejection")
EXAMPLES = 3


def run_phases(schemathesis, url, folder, phases, *options):
    """Its exit status, and a line with its figures."""
    tests = subprocess.Popen(
        [schemathesis, "--no-color", "--config-file", os.path.join(HERE, "schemathesis.toml"), "run", url + "/openapi.json",
         # What never ends by itself.
         "--exclude-path", "/api/events",
         "--phases", phases, "--checks", ",".join(CHECKS), "--continue-on-failure",
         "--request-timeout", "30", "--workers", "1", "--warnings", "off", *options],
        cwd=folder, env=dict(os.environ, PYTHONPATH=HERE, SCHEMATHESIS_HOOKS="hooks", NO_COLOR="1"),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = []
    for line in tests.stdout:
        said.append(line)
        print(line.rstrip()[:1000], flush=True)
    status = tests.wait()
    said = "".join(said)
    figures = re.search(r"^ *(\d+ generated.*)$", said, re.MULTILINE)
    operations = re.search(r"Tested: (\d+)", said)
    # CPython 3.11 loses count of its own depth now and then while it parses; that says nothing about the server.
    errors = re.search(r"=+ (\d+) errors? in ", said)
    if errors and int(errors.group(1)) <= said.count("AST constructor recursion depth mismatch"):
        status = 0
    return status, f"{phases}: {operations.group(1) if operations else 'no'} operations, {figures.group(1) if figures else 'no cases'}"


def main(schemathesis, program, minutes, *seed):
    by_chance = ["--max-time", str(int(float(minutes) * 60))] if float(minutes) > 0 else ["--max-examples", str(EXAMPLES)]
    seed = ["--seed", *seed] if seed else []
    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "w+")
        server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", "--store", "memory:", "--auth", "none",
                                   "--processes", os.path.join(HOUSE, "processes"), "--outbox", os.path.join(folder, "outbox")],
                                  stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            url = server.stdout.readline().strip()
            if not url:
                sys.exit(f"the server ended with {server.wait()}")
            runs = [run_phases(schemathesis, url, folder, "coverage", *seed),
                    run_phases(schemathesis, url, folder, "fuzzing,stateful", *by_chance, *seed)]
            still_there = server.poll() is None
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
            server.wait()
            server.stdout.close()
        if not still_there:
            log.seek(0)
            print(log.read()[-4000:])
            sys.exit(f"the server ended with {server.returncode} while it was asked")
        print("schemathesis: " + "; ".join(figures for _, figures in runs))
        sys.exit(max(status for status, _ in runs))


main(*sys.argv[1:])
