#!/usr/bin/env python3
"""Kills `dandori serve` again and again while clients work over REST; afterwards everything that was answered must be there, once,
and every instance must come to its end.

    serve_crash.py DANDORI

CRASH_LIVES (default 50) and CRASH_SEED may be set in the environment; under tests/postgres/run the store is PostgreSQL, else SQLite.
crash_test.cpp does the same at the engine's door, where more commands fit between two kills; this one has the whole server in between.
"""
import collections
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = int(os.environ.get("CRASH_SEED", "20260402"))
LIVES = int(os.environ.get("CRASH_LIVES", "50"))
# Until PostgreSQL has ended the session of the program killed before, nothing can be done.
LIFE_SECONDS = 2.4 if os.environ.get("DANDORI_TEST_POSTGRES") else 0.8
ELEMENTS = collections.Counter(["start", "fork", "work", "approve", "join", "file", "end"])


class Refused(Exception):
    """The server answered, but not with success."""

    def __init__(self, request, status, text):
        super().__init__(f"{request}: {status} {text}")
        self.status = status


class Client:
    """One connection that is kept open."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=180)

    def send(self, method, path, body=None, content_type="application/json"):
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = content_type
        self.connection.request(method, "/v2" + path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise Refused(f"{method} {path}", answer.status, text.decode(errors="replace"))
        return json.loads(text) if text else None

    def deploy(self, name, content):
        boundary = "crash-boundary"
        body = (f"--{boundary}\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"{name}\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n").encode() + content + f"\r\n--{boundary}--\r\n".encode()
        return self.send("POST", "/deployments", body, f"multipart/form-data; boundary={boundary}")

    def all(self, path, criteria):
        """Every item of a search, page by page."""
        page = {"limit": 1000}
        while True:
            found = self.send("POST", path, {"filter": criteria, "page": page})
            yield from found["items"]
            if not found["items"]:
                return
            page = {"limit": 1000, "after": found["page"]["endCursor"]}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, program, store):
        self.port = free_port()
        self.process = subprocess.Popen(
            [program, "serve", "--listen", f"127.0.0.1:{self.port}", "--store", store, "--auth", "none"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def wait_until_it_answers(self):
        """The line with the URL comes when it answers. False if it was killed before."""
        return bool(self.process.stdout.readline())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


class Answered:
    """What the clients were told, in all lives."""

    def __init__(self):
        self.started, self.completed, self.approved = [], [], []
        self.asked = set()  # user tasks whose completion was asked for, answered or not
        self.unexpected = []


def start_instances(client, answered, life, thread):
    number = 0
    while True:
        number += 1
        mine = f"{life}-{thread}-{number}"
        client.send("POST", "/process-instances",
                    {"processDefinitionId": "crash", "businessId": mine, "variables": {"number": number}})
        answered.started.append(mine)


def complete_jobs(client, answered, life, thread):
    while True:
        jobs = client.send("POST", "/jobs/activation", {"type": "work", "worker": f"{life}-{thread}", "timeout": 300,
                                                        "maxJobsToActivate": 8, "requestTimeout": 1000})["jobs"]
        for job in jobs:
            try:
                client.send("POST", f"/jobs/{job['jobKey']}/completion", {"variables": {"job": job["jobKey"]}})
                answered.completed.append(job["jobKey"])
            except Refused as refusal:
                if refusal.status not in (404, 409):  # its time was over and the other worker was quicker
                    raise


def approve_tasks(client, answered, life, thread):
    while True:
        tasks = client.send("POST", "/user-tasks/search", {"filter": {"state": "CREATED"}, "page": {"limit": 8}})["items"]
        for task in tasks:
            key = task["userTaskKey"]
            was_asked = key in answered.asked
            answered.asked.add(key)
            try:
                client.send("POST", f"/user-tasks/{key}/completion", {"variables": {"approved": True}})
                answered.approved.append(key)
            except Refused as refusal:
                # What was asked and not answered may have been done after the search looked.
                if refusal.status != 404 or not was_asked:
                    raise


def work(port, job, answered, life, thread):
    try:
        job(Client(port), answered, life, thread)
    except (OSError, http.client.HTTPException, ValueError):
        pass  # the server was killed: what was not answered is nobody's
    except Refused as refusal:
        answered.unexpected.append(str(refusal))


def live_and_die(program, store, model, life, answered, randomness):
    """Returns whether it answered before it was killed, and how long that took."""
    begin = time.perf_counter()
    server = Server(program, store)
    short = life % 3 == 2  # every third life ends near its beginning: recovery, deployment, the first commands
    killer = threading.Timer(randomness.uniform(0, LIFE_SECONDS / 8 if short else LIFE_SECONDS), server.kill)
    killer.start()
    ready = None
    threads = []
    if server.wait_until_it_answers():
        ready = time.perf_counter() - begin
        try:
            Client(server.port).deploy("crash.bpmn", model)
            for thread, job in enumerate([start_instances, start_instances, complete_jobs, complete_jobs, approve_tasks]):
                threads.append(threading.Thread(target=work, args=(server.port, job, answered, life, thread)))
                threads[-1].start()
        except (OSError, http.client.HTTPException):
            pass
    killer.join()
    for thread in threads:
        thread.join()
    return ready


def finish_everything(client):
    while True:
        jobs = client.send("POST", "/jobs/activation", {"type": "work", "worker": "the last one", "timeout": 60_000,
                                                        "maxJobsToActivate": 100, "requestTimeout": 1000})["jobs"]
        for job in jobs:
            client.send("POST", f"/jobs/{job['jobKey']}/completion", {})
        tasks = client.send("POST", "/user-tasks/search", {"filter": {"state": "CREATED"}, "page": {"limit": 100}})["items"]
        for task in tasks:
            client.send("POST", f"/user-tasks/{task['userTaskKey']}/completion", {})
        if not jobs and not tasks:
            return


def check(faults, what, answered, there):
    counts = collections.Counter(there)
    twice = [key for key, count in collections.Counter(answered).items() if count > 1]
    faults += [f"{what} {key} was answered, but is there {counts[key]} times" for key in answered if counts[key] != 1]
    faults += [f"{what} {key} is there {count} times" for key, count in counts.items() if count > 1]
    faults += [f"{what} {key} was answered twice" for key in twice]
    return f"{len(answered)} {what}s ({len(there) - len(answered)} more done unanswered)"


def verify(client, answered):
    faults = list(answered.unexpected)
    instances = list(client.all("/process-instances/search", {}))
    figures = [
        check(faults, "start", answered.started, [it["businessId"] for it in instances]),
        check(faults, "job", answered.completed, [it["jobKey"] for it in client.all("/jobs/search", {"state": "COMPLETED"})]),
        check(faults, "user task", answered.approved,
              [it["userTaskKey"] for it in client.all("/user-tasks/search", {"state": "COMPLETED"})]),
    ]
    open_before = sum(it["state"] == "ACTIVE" for it in instances)
    finish_everything(client)
    faults += [f"instance {it['processInstanceKey']} is still {it['state']}"
               for it in client.all("/process-instances/search", {}) if it["state"] != "COMPLETED"]
    elements = collections.defaultdict(collections.Counter)
    for it in client.all("/element-instances/search", {"state": "COMPLETED"}):
        elements[it["processInstanceKey"]][it["elementId"]] += 1
    faults += [f"instance {it['processInstanceKey']} ran {dict(elements[it['processInstanceKey']])}"
               for it in instances if elements[it["processInstanceKey"]] != ELEMENTS]
    return faults, figures, open_before, len(instances)


def conclude(faults, answered, starts_least):
    """Tells the faults and ends the program with them, if there are any."""
    if len(answered.started) < starts_least:
        faults.append("too little was done to prove anything")
    for fault in faults[:20]:
        print("FAULT:", fault)
    if faults:
        sys.exit(f"{len(faults)} faults")


def main():
    program = sys.argv[1]
    print(f"CRASH_SEED={SEED} CRASH_LIVES={LIVES}", flush=True)
    randomness = random.Random(SEED)
    answered = Answered()
    with open(os.path.join(HERE, "crash.bpmn"), "rb") as file:
        model = file.read()
    with tempfile.TemporaryDirectory() as folder:
        store = os.environ.get("DANDORI_TEST_POSTGRES") or "sqlite:" + os.path.join(folder, "store.db")
        starts = [live_and_die(program, store, model, life, answered, randomness) for life in range(LIVES)]
        server = Server(program, store)
        try:
            if not server.wait_until_it_answers():
                sys.exit("the server does not start any more")
            client = Client(server.port)
            client.deploy("crash.bpmn", model)
            faults, figures, open_before, instances = verify(client, answered)
        finally:
            server.kill()
    answering = [seconds for seconds in starts if seconds is not None]
    print(f"killed {LIVES} times, {LIVES - len(answering)} of them before it answered; answered {', '.join(figures)}; "
          f"{open_before} of {instances} instances were open then; slowest start {1000 * max(answering, default=0):.0f} ms; "
          f"{len(faults)} faults")
    conclude(faults, answered, LIVES)


if __name__ == "__main__":
    main()
