"""Starts a server in memory, runs schemathesis against it for some minutes, and says how it went.

    against_server.py SCHEMATHESIS DANDORI MINUTES [SEED]
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


def main(schemathesis, program, minutes, *seed):
    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "w+")
        server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", "--store", "memory:", "--auth", "none",
                                   "--processes", os.path.join(HOUSE, "processes"), "--outbox", os.path.join(folder, "outbox")],
                                  stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            url = server.stdout.readline().strip()
            if not url:
                sys.exit(f"the server ended with {server.wait()}")
            tests = subprocess.run(
                [schemathesis, "--no-color", "--config-file", os.path.join(HERE, "schemathesis.toml"), "run", url + "/openapi.json", "--max-time", str(int(float(minutes) * 60)),
                 # What never ends by itself.
                 "--exclude-path", "/api/events",
                 "--phases", "coverage,fuzzing,stateful", "--checks", ",".join(CHECKS), "--continue-on-failure",
                 "--request-timeout", "30", "--workers", "1", "--warnings", "off",
                 *(["--seed", *seed] if seed else [])],
                cwd=folder, env=dict(os.environ, PYTHONPATH=HERE, SCHEMATHESIS_HOOKS="hooks", NO_COLOR="1"),
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            still_there = server.poll() is None
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
            server.wait()
            server.stdout.close()
        print("\n".join(line[:1000] for line in tests.stdout.splitlines()))
        if not still_there:
            log.seek(0)
            print(log.read()[-4000:])
            sys.exit(f"the server ended with {server.returncode} while it was asked")
        figures = re.search(r"^ *(\d+ generated.*)$", tests.stdout, re.MULTILINE)
        operations = re.search(r"Tested: (\d+)", tests.stdout)
        print(f"schemathesis: {operations.group(1) if operations else 'no'} operations, {figures.group(1) if figures else 'no cases'}")
        # CPython 3.11 loses count of its own depth now and then while it parses; that says nothing about the server.
        errors = re.search(r"=+ (\d+) errors? in ", tests.stdout)
        is_only_python = errors and int(errors.group(1)) <= tests.stdout.count("AST constructor recursion depth mismatch")
        sys.exit(0 if is_only_python else tests.returncode)


main(*sys.argv[1:])
