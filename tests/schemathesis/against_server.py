"""Starts a server in memory, runs schemathesis against it for some minutes, and says how it went.

    against_server.py DANDORI MINUTES SCHEMATHESIS
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


def main(program, minutes, schemathesis):
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
                 "--request-timeout", "30", "--workers", "2", "--warnings", "off"],
                cwd=folder, env=dict(os.environ, PYTHONPATH=HERE, SCHEMATHESIS_HOOKS="hooks", NO_COLOR="1"),
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            still_there = server.poll() is None
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
            server.wait()
            server.stdout.close()
        print(tests.stdout)
        if not still_there:
            log.seek(0)
            print(log.read()[-4000:])
            sys.exit(f"the server ended with {server.returncode} while it was asked")
        figures = re.search(r"^ *(\d+ generated.*)$", tests.stdout, re.MULTILINE)
        operations = re.search(r"Tested: (\d+)", tests.stdout)
        print(f"schemathesis: {operations.group(1) if operations else 'no'} operations, {figures.group(1) if figures else 'no cases'}")
        sys.exit(tests.returncode)


main(*sys.argv[1:])
