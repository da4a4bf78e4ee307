#!/usr/bin/env python3
"""A server that is started before its database waits for it, answers 503 meanwhile, and can be told to stop.

    database_comes_late.py DANDORI
"""
import http.client
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))
from postgres_server import PostgresServer, until  # noqa: E402
from serve_crash import free_port  # noqa: E402


def served(program, store, port):
    return subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{port}", "--store", store, "--auth", "none"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def status(port):
    """Of the topology; None while nobody listens."""
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/v2/topology")
        return connection.getresponse().status
    except ConnectionRefusedError:
        return None


def main():
    program = sys.argv[1]
    if not PostgresServer.programs():
        print("skipped: not found: PostgreSQL's server")
        return
    with PostgresServer() as postgres:
        postgres.stop()
        port = free_port()
        server = served(program, postgres.url(), port)
        until(503, lambda: status(port), "it waits")
        told = server.stderr.readline()
        if "can't be reached" not in told or "again and again" not in told:
            sys.exit("It says: " + told)
        postgres.start()
        until(200, lambda: status(port), "the database has come")
        server.send_signal(signal.SIGTERM)
        if server.wait(60) != 0:
            sys.exit(f"It ended with {server.returncode}: {server.stderr.read()}")

        postgres.stop()
        server = served(program, postgres.url(), port)
        until(503, lambda: status(port), "it waits again")
        server.send_signal(signal.SIGTERM)
        if server.wait(60) != 0:
            sys.exit(f"Told to stop while it waited it ended with {server.returncode}: {server.stderr.read()}")
        postgres.start()
    print("waited for the database, and could be told to stop meanwhile")


if __name__ == "__main__":
    main()
