#!/usr/bin/env python3
"""A member that follows reads from a streaming replica, and from the primary while that is away; the leader always from the primary.

    replica.py DANDORI
"""
import http.client
import json
import os
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))
from postgres_server import PostgresServer, until  # noqa: E402
from serve_crash import HERE, Client, free_port  # noqa: E402


class Member:
    def __init__(self, program, name, store, *more):
        self.port = free_port()
        self.process = subprocess.Popen(
            [program, "serve", "--listen", f"127.0.0.1:{self.port}", "--store", store, "--auth", "none", "--member", name, *more],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if not self.process.stdout.readline():
            sys.exit(f"{name} doesn't start: {self.process.stderr.read()}")
        self.client = Client(self.port)

    def instances(self):
        return self.client.send("POST", "/process-instances/search", {"filter": {}})["page"]["totalItems"]

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(60) != 0:
            sys.exit(f"It ended with {self.process.returncode}: {self.process.stderr.read()}")
        return self.process.stderr.read()


def main():
    program = sys.argv[1]
    if not PostgresServer.programs():
        print("skipped: not found: PostgreSQL's server")
        return
    with open(os.path.join(HERE, "crash.bpmn"), "rb") as file:
        model = file.read()
    with PostgresServer() as primary, PostgresServer(follows=primary) as replica:
        leader = Member(program, "leader", primary.url())
        follower = Member(program, "follower", primary.url(), "--replica", replica.url())
        leader.client.deploy("crash.bpmn", model)

        def start():
            leader.client.send("POST", "/process-instances", {"processDefinitionId": "crash", "variables": {}})

        start()
        until(1, follower.instances, "what was written comes to the replica")
        # While the replica's WAL is not replayed, the follower sees what was, and the leader what is: that is where each looks.
        replica.ask("SELECT pg_wal_replay_pause()")
        start()
        if (leader.instances(), follower.instances()) != (2, 1):
            sys.exit(f"the leader sees {leader.instances()} of 2, the follower {follower.instances()} of 1")
        replica.ask("SELECT pg_wal_replay_resume()")
        until(2, follower.instances, "it goes on")

        replica.stop()
        start()
        if follower.instances() != 3:
            sys.exit("without the replica the primary is not asked")
        replica.start()
        until(3, follower.instances, "the replica comes back")

        # Whoever leads reads what he has written.
        leader.end()
        until("leader", lambda: follower.client.send("GET", "/topology")["brokers"][0]["partitions"][0]["role"], "it leads")
        replica.ask("SELECT pg_wal_replay_pause()")
        follower.client.send("POST", "/process-instances", {"processDefinitionId": "crash", "variables": {}})
        if follower.instances() != 4:
            sys.exit("a leader reads from the replica")
        replica.ask("SELECT pg_wal_replay_resume()")
        told = follower.end()
        if "can't answer" not in told:
            sys.exit("that the replica was away is not said: " + told)
    print("read from the replica, and from the primary while it was away")


if __name__ == "__main__":
    main()
