#!/usr/bin/env python3
"""Three members on one PostgreSQL database lose one another again and again while clients work at all of them; afterwards everything that was
answered must be there, once, and every instance must come to its end.

    members_crash.py DANDORI

Faults, by chance: a member is killed, stopped (SIGSTOP) for longer than its lease and resumed, told to end, or the database server loses its
power. The leader is met most often. CRASH_FAULTS (default 20) and CRASH_SEED may be set in the environment.
"""
import http.client
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from postgres_server import PostgresServer
from serve_crash import HERE, Answered, Client, Refused, approve_tasks, complete_jobs, conclude, free_port, start_instances, verify

SEED = int(os.environ.get("CRASH_SEED", "20261129"))
FAULTS = int(os.environ.get("CRASH_FAULTS", "20"))
MEMBERS = 3
LEASE_SECONDS = 2


class Member:
    def __init__(self, program, number, store, folder):
        self.program, self.name, self.store = program, f"member-{number}", store
        self.port = free_port()
        self.log = open(os.path.join(folder, self.name + ".log"), "a")
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--listen", f"127.0.0.1:{self.port}", "--store", self.store, "--auth", "none", "--member", self.name],
            stdout=subprocess.DEVNULL, stderr=self.log)

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait()

    def topology(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=1)
        try:
            connection.request("GET", "/v2/topology")
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()


class Cluster:
    def __init__(self, program, store, folder):
        self.members = [Member(program, number, store, folder) for number in range(MEMBERS)]
        for member in self.members:
            member.start()

    def leader(self, seconds=60):
        """The member that leads, as the members themselves tell."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for member in self.members:
                try:
                    for broker in member.topology().get("brokers", []):
                        if broker["partitions"][0]["role"] == "leader":
                            return next(it for it in self.members if it.port == broker["port"])
                except (OSError, http.client.HTTPException, ValueError):
                    pass
            time.sleep(0.1)
        raise SystemExit("no member leads")


def work(members, job, answered, name, is_over):
    """Works at one member after the other: what was not answered with success is nobody's."""
    randomness, life = random.Random(name), 0
    while not is_over.is_set():
        life += 1
        client = Client(randomness.choice(members).port)
        client.connection.timeout = 30
        try:
            job(client, answered, f"{name}.{life}", name)
        except (OSError, http.client.HTTPException, ValueError):
            time.sleep(0.05)
        except Refused as refusal:
            if refusal.status not in (503, 504):
                answered.unexpected.append(str(refusal))
            time.sleep(0.05)


def until_over(job, is_over):
    class Over(ValueError):
        pass

    def run(client, answered, life, thread):
        send = client.send

        def watched(*arguments, **more):
            if is_over.is_set():
                raise Over
            return send(*arguments, **more)
        client.send = watched
        job(client, answered, life, thread)
    return run


def seconds_until_served(cluster):
    """How long until a start is answered again, wherever it is asked."""
    begin = time.monotonic()
    while time.monotonic() < begin + 60:
        for member in cluster.members:
            try:
                client = Client(member.port)
                client.connection.timeout = 20
                client.send("POST", "/messages/publication", {"name": "probe", "correlationKey": "", "timeToLive": 0})
                return time.monotonic() - begin
            except (OSError, http.client.HTTPException, ValueError, Refused):
                time.sleep(0.02)
    raise SystemExit(f"nobody answers any more; the members' exit codes: {[it.process.poll() for it in cluster.members]}")


def meet_with_fault(cluster, postgres, randomness):
    kind = randomness.choices(["kill", "pause", "end", "database"], [40, 30, 15, 15])[0]
    member = cluster.leader() if randomness.random() < 0.7 else randomness.choice(cluster.members)
    was_leader = member is cluster.leader()
    if kind == "kill":
        member.end(signal.SIGKILL)
        served = seconds_until_served(cluster)
        member.start()
    elif kind == "end":
        member.end(signal.SIGTERM)
        served = seconds_until_served(cluster)
        member.start()
    elif kind == "pause":
        member.process.send_signal(signal.SIGSTOP)
        paused = time.monotonic()
        time.sleep(LEASE_SECONDS * randomness.uniform(1.2, 2.5))
        member.process.send_signal(signal.SIGCONT)
        served = time.monotonic() - paused  # only an upper bound: it was asked when it was over
        seconds_until_served(cluster)
    else:
        postgres.stop(signal.SIGQUIT)
        time.sleep(randomness.uniform(0, 3))
        postgres.start()
        served = seconds_until_served(cluster)
    return kind + (" of the leader" if was_leader and kind != "database" else ""), served


def main():
    program = sys.argv[1]
    print(f"CRASH_SEED={SEED} CRASH_FAULTS={FAULTS}", flush=True)
    if not PostgresServer.programs():
        print("skipped: not found: PostgreSQL's server")
        return
    randomness = random.Random(SEED)
    answered, is_over = Answered(), threading.Event()
    with open(os.path.join(HERE, "crash.bpmn"), "rb") as file:
        model = file.read()
    with tempfile.TemporaryDirectory() as folder, PostgresServer() as postgres:
        cluster = Cluster(program, postgres.url(), folder)
        try:
            Client(cluster.leader().port).deploy("crash.bpmn", model)
            jobs = [start_instances, start_instances, complete_jobs, complete_jobs, approve_tasks]
            threads = [threading.Thread(target=work, args=(cluster.members, until_over(job, is_over), answered, f"client{number}", is_over))
                       for number, job in enumerate(jobs)]
            for thread in threads:
                thread.start()
            met = {}
            for number in range(FAULTS):
                time.sleep(randomness.uniform(0.2, 1.0))
                kind, served = meet_with_fault(cluster, postgres, randomness)
                met.setdefault(kind, []).append(served)
                if (number + 1) % 10 == 0:
                    print(f"{number + 1} faults; {len(answered.started)} starts answered", flush=True)
            is_over.set()
            for thread in threads:
                thread.join()
            client = Client(cluster.leader().port)
            faults, figures, open_before, instances = verify(client, answered)
            faults += [f"{member.name} has ended by itself with {member.process.returncode}"
                       for member in cluster.members if member.process.poll() is not None]
        finally:
            is_over.set()
            for member in cluster.members:
                member.process.send_signal(signal.SIGCONT)
                member.end(signal.SIGKILL)
            if os.environ.get("CRASH_LOGS"):
                for member in cluster.members:
                    print(open(member.log.name).read())
    for kind, seconds in sorted(met.items()):
        print(f"{kind}: {len(seconds)} times, served again after {statistics.median(seconds):.1f} s (median), at most {max(seconds):.1f} s")
    print(f"{FAULTS} faults met; answered {', '.join(figures)}; {open_before} of {instances} instances were open then; {len(faults)} faults found")
    conclude(faults, answered, FAULTS)


if __name__ == "__main__":
    main()
