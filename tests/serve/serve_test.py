#!/usr/bin/env python3
"""Starts the program as people do, on a free port of this machine, and goes through what a server has to do.

    serve_test.py DANDORI [unittest arguments]
"""
import base64
import json
import os
import resource
import shutil
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from running import PASSWORD, SECONDS_MAX, Server

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mails by SMTP and keeps them."""

    daemon_threads = True

    class Handler(socketserver.StreamRequestHandler):
        def say(self, text):
            self.wfile.write(text.encode() + b"\r\n")

        def handle(self):
            self.say("220 here")
            for line in iter(self.rfile.readline, b""):
                word = line[:4].upper()
                if word == b"DATA":
                    self.say("354 go on")
                    self.server.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                self.say("221 bye" if word == b"QUIT" else "250 ok")
                if word == b"QUIT":
                    return

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.mails = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


def run(*arguments, given=b"", **environment):
    """A command of the program: its exit status, what it wrote, what it said."""
    done = subprocess.run([PROGRAM, *arguments], input=given, capture_output=True, timeout=SECONDS_MAX,
                          env=dict(os.environ, **environment))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def read(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def milliseconds(text):
    return int(time.mktime(time.strptime(text, "%Y-%m-%d %H:%M")) * 1000) - time.timezone * 1000 - 9 * 3_600_000


class ServeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.store = "sqlite:" + os.path.join(self.folder, "desk.db")
        self.outbox = os.path.join(self.folder, "desk.db-outbox")

    def processes(self):
        """The test's processes with the ward's calendars and intake rules."""
        folder = os.path.join(self.folder, "processes")
        if not os.path.exists(folder):
            shutil.copytree(os.path.join(HERE, "desk"), folder)
            for name in ("reference-data", "intake"):
                shutil.copytree(os.path.join(SOURCE, "processes", name), os.path.join(folder, name))
        return folder

    def serve(self, *arguments, **options):
        server = Server(PROGRAM, *arguments, environment={"DANDORI_MAIL_TOKEN": "serve-test-token"}, **options)
        self.addCleanup(server.__exit__)
        return server

    def serve_desk(self, *arguments):
        return self.serve("--store", self.store, "--auth", "none", "--processes", self.processes(), "--seed-users",
                          os.path.join(HERE, "users.json"), *arguments)

    def expect(self, status, answer):
        self.assertEqual(status, answer[0], answer[1])
        return answer[1]

    def wait_for(self, what, condition):
        until = time.monotonic() + SECONDS_MAX
        while not (found := condition()):
            self.assertLess(time.monotonic(), until, f"waited in vain for {what}")
            time.sleep(0.02)
        return found

    def open_task(self, server, instance):
        body = {"filter": {"processInstanceKey": instance, "state": "CREATED"}}
        items = self.expect(200, server.ask("POST", "/v2/user-tasks/search", body))["items"]
        return items[0]["userTaskKey"] if items else None

    def state_of(self, server, instance):
        return self.expect(200, server.ask("GET", f"/v2/process-instances/{instance}"))["state"]

    def start_visit(self, server, number):
        body = {"processDefinitionId": "visit", "variables": {"number": number}}
        return self.expect(200, server.ask("POST", "/v2/process-instances", body))["processInstanceKey"]

    def do_the_job(self, server):
        jobs = self.expect(200, server.ask("POST", "/v2/jobs/activation", {
            "type": "check", "worker": "test", "timeout": 60_000, "maxJobsToActivate": 1, "requestTimeout": 5_000}))["jobs"]
        self.assertEqual(1, len(jobs))
        self.expect(204, server.ask("POST", f"/v2/jobs/{jobs[0]['jobKey']}/completion", {"variables": {"checked": True}}))
        return jobs[0]["jobKey"]

    def pin(self, server, text):
        self.expect(204, server.ask("PUT", "/v2/clock", {"timestamp": milliseconds(text)}))

    def mails_written(self):
        return os.listdir(self.outbox) if os.path.isdir(self.outbox) else []

    def test_a_case_goes_its_way_over_a_weekend_and_a_restart(self):
        server = self.serve_desk()
        self.pin(server, "2026-04-03 16:00")  # a Friday
        instance = self.start_visit(server, "V-1")
        job = self.do_the_job(server)
        self.expect(404, server.ask("POST", f"/v2/jobs/{job}/completion", {}))
        task = self.open_task(server, instance)
        self.pin(server, "2026-04-05 16:00")
        time.sleep(0.3)
        self.assertEqual([], self.mails_written())
        self.pin(server, "2026-04-06 16:00")
        self.wait_for("the reminder", self.mails_written)
        self.assertEqual(0, server.stop())

        server = self.serve_desk()
        self.assertEqual(task, self.open_task(server, instance))
        self.expect(204, server.ask("POST", f"/v2/user-tasks/{task}/completion", {"variables": {"outcome": "approved"}}))
        self.assertIn(server.ask("POST", f"/v2/user-tasks/{task}/completion", {})[0], (404, 409))
        self.assertEqual("ACTIVE", self.state_of(server, instance))
        self.expect(200, server.ask("POST", "/v2/messages/publication",
                                    {"name": "answer", "correlationKey": "V-1", "timeToLive": 0, "variables": {"said": "yes"}}))
        self.wait_for("its end", lambda: self.state_of(server, instance) == "COMPLETED")
        self.expect(204, server.ask("POST", "/v2/clock/reset"))
        self.assertEqual(0, server.stop(signal.SIGINT))

        server = self.serve_desk()
        self.assertEqual("COMPLETED", self.state_of(server, instance))
        self.assertEqual(1, len(self.mails_written()))

    def test_a_reminder_goes_out_by_smtp(self):
        mail_server = MailServer()
        self.addCleanup(mail_server.server_close)
        self.addCleanup(mail_server.shutdown)
        server = self.serve_desk("--smtp-host", "127.0.0.1", "--smtp-port", str(mail_server.server_address[1]),
                                 "--smtp-security", "none", "--mail-from", "test@desk.example.jp")
        self.pin(server, "2026-05-01 10:00")  # a Friday before four holidays and a weekend
        self.start_visit(server, "V-2")
        self.do_the_job(server)
        self.pin(server, "2026-05-06 23:00")
        time.sleep(0.3)
        self.assertEqual([], mail_server.mails)
        self.pin(server, "2026-05-07 10:00")
        mail = self.wait_for("the mail", lambda: mail_server.mails and mail_server.mails[0])
        self.assertIn(b"test@desk.example.jp", mail)
        self.assertIn(b"To: tester@desk.example.jp", mail)
        self.assertEqual([], self.mails_written())

    def test_models_are_looked_at_without_a_server(self):
        model = os.path.join(HERE, "desk", "visit", "visit.bpmn")
        self.assertEqual((0, ""), run("check", model)[::2])
        drawn = os.path.join(self.folder, "visit.svg")
        self.assertEqual((0, "", ""), run("draw", model, "-o", drawn))
        with open(drawn) as file:
            self.assertIn("<svg", file.read())
        broken = os.path.join(self.folder, "broken.bpmn")
        with open(broken, "w") as file:
            file.write("<definitions")
        status, said, _ = run("check", broken)
        self.assertEqual((1, 1), (status, said.count("\n")), said)
        self.assertEqual((0, "7\n"), run("feel", "eval", "1+2*3")[:2])
        self.assertEqual(1, run("feel", "eval", "1+")[0])
        self.assertEqual(0, run("dmn", "check", os.path.join(SOURCE, "processes", "incident", "incident-priority.dmn"))[0])
        for command in ("check", "draw", "feel", "dmn", "user", "mail", "bogus"):
            self.assertEqual(2, run(command)[0], command)
            self.assertEqual(0, run(command, "--help")[0], command)

    def test_what_has_not_changed_is_not_deployed_again(self):
        server = self.serve_desk()
        self.assertEqual(0, server.stop())
        self.assertTrue(any("Deployed" in line for line in server.log), server.log)
        server = self.serve_desk()
        self.assertEqual(0, server.stop())
        self.assertFalse(any("Deployed" in line for line in server.log), server.log)
        with open(os.path.join(self.processes(), "visit", "visit.bpmn"), "a") as file:
            file.write("<!-- changed -->\n")
        server = self.serve_desk()
        definitions = self.expect(200, server.ask("POST", "/v2/process-definitions/search", {}))["items"]
        self.assertEqual([("alarm", 1), ("visit", 1), ("visit", 2)],
                         sorted((it["processDefinitionId"], it["version"]) for it in definitions))

    def test_a_mail_is_taken_once(self):
        server = self.serve_desk()
        deliver = ("mail", "deliver", "--server", server.url)
        status, said, fault = run(*deliver, given=read("alert.eml"), DANDORI_MAIL_TOKEN="serve-test-token")
        self.assertEqual((0, ""), (status, fault), said)
        status, said_again, fault = run(*deliver, given=read("alert.eml"), DANDORI_MAIL_TOKEN="serve-test-token")
        self.assertEqual((0, said.strip() + " (taken before)"), (status, said_again.strip()), fault)
        found = self.expect(200, server.ask("POST", "/v2/process-instances/search",
                                            {"filter": {"processDefinitionId": "alarm"}}))["items"]
        self.assertEqual(1, len(found))
        self.assertEqual("ACTIVE", found[0]["state"])

    def test_the_wards_incident_takes_all_mails_of_one_fault(self):
        processes = os.path.join(SOURCE, "processes")
        server = self.serve("--store", self.store, "--auth", "none", "--processes", processes, "--seed-users",
                            os.path.join(processes, "demo", "users.json"))
        said = []
        for name in ("alert-1", "alert-1", "alert-2", "alert-3-recovered"):
            with open(os.path.join(processes, "demo", name + ".eml"), "rb") as mail:
                status, line, fault = run("mail", "deliver", "--server", server.url, given=mail.read(),
                                          DANDORI_MAIL_TOKEN="serve-test-token")
            self.assertEqual((0, ""), (status, fault), line)
            said.append(line.strip())
        number = said[0]
        self.assertRegex(number, r"^INC-R\d{2,}-00001$")
        self.assertEqual([number, number + " (taken before)", number, number], said)
        found = self.expect(200, server.ask("POST", "/v2/process-instances/search", {}))["items"]
        self.assertEqual([("incident", "ACTIVE", number)],
                         [(it["processDefinitionId"], it["state"], it["businessId"]) for it in found])
        case = self.expect(200, server.ask("GET", "/api/cases/" + number))
        self.assertEqual(3, sum(mail["direction"] == "IN" for mail in case["mails"]))
        self.assertEqual([], self.expect(200, server.ask("POST", "/v2/incidents/search", {}))["items"])

    def test_a_mail_needs_its_token(self):
        server = self.serve("--store", self.store, "--processes", self.processes())
        deliver = ("mail", "deliver", "--server", server.url)
        self.assertEqual(75, run(*deliver, given=read("alert.eml"))[0])
        self.assertEqual(75, run(*deliver, given=read("alert.eml"), DANDORI_MAIL_TOKEN="wrong")[0])
        self.assertEqual(0, run(*deliver, given=read("alert.eml"), DANDORI_MAIL_TOKEN="serve-test-token")[0])

    def test_a_mail_that_cannot_be_taken_goes_back_or_is_kept(self):
        server = self.serve_desk()
        status, _, fault = run("mail", "deliver", "--server", server.url, given=b"x" * (30 << 20),
                               DANDORI_MAIL_TOKEN="serve-test-token")
        self.assertEqual(65, status, fault)
        self.assertEqual(75, run("mail", "deliver", "--server", "http://127.0.0.1:1", given=read("alert.eml"))[0])
        self.expect(200, server.ask("GET", "/v2/topology"))

    def test_commands_work_a_case(self):
        server = self.serve("--store", "memory:", "--auth", "none")
        at = ("--server", server.url)
        status, said, fault = run("deploy", os.path.join(HERE, "desk", "alarm", "alarm.bpmn"), *at)
        self.assertEqual((0, "process alarm, version 1\n"), (status, said), fault)
        status, said, fault = run("deploy", os.path.join(HERE, "..", "crash", "crash.bpmn"), *at)
        self.assertEqual(0, status, fault)
        status, instance, fault = run("start", "crash", "--variables", '{"number": 1}', *at)
        self.assertEqual(0, status, fault)
        status, said, fault = run("tasks", "--json", *at)
        task = json.loads(said)[0]
        self.assertEqual(instance.strip(), task["processInstanceKey"])
        self.assertIn("Approve", run("tasks", "--group", "testers", *at)[1])
        self.assertNotIn("Approve", run("tasks", "--group", "others", *at)[1])
        self.assertEqual((0, f"completed {task['userTaskKey']}\n", ""), run("complete", task["userTaskKey"], *at))
        status, said, fault = run("complete", task["userTaskKey"], *at)
        self.assertEqual((1, ""), (status, said))
        self.assertIn("dandori: The server refused (", fault)
        self.assertEqual(0, run("incidents", *at)[0])
        self.assertEqual(2, run("complete", "no-key", *at)[0])
        self.assertEqual(2, run("start")[0])
        self.assertEqual(1, run("start", "nothing", *at)[0])

    def test_what_cannot_be_run_is_refused_whole(self):
        server = self.serve("--store", "memory:", "--auth", "none")
        model = read("desk/visit/visit.bpmn")
        for broken, word in ((model[:-20], "visit.bpmn"), (model.replace(b"=number", b"=number +"), "correlation key"),
                             (model.replace(b"serviceTask", b"serveTask"), "serveTask"),
                             (model.replace(b'targetRef="end"', b'targetRef="nowhere"'), "nowhere")):
            problem = self.expect(400, server.deploy("visit.bpmn", broken))
            self.assertIn(word, problem["detail"])
        self.expect(400, server.ask("POST", "/v2/process-instances", b"{", {"Content-Type": "application/json"}))
        self.expect(400, server.ask("POST", "/v2/user-tasks/search", {"filter": {"nonsense": 1}}))
        self.expect(404, server.ask("GET", "/v2/process-instances/2251799813685999"))
        self.expect(404, server.ask("POST", "/v2/process-instances", {"processDefinitionId": "visit"}))
        self.assertIn(server.ask("DELETE", "/v2/topology")[0], (404, 405))
        self.expect(200, server.deploy("visit.bpmn", model))

    def test_a_full_disk_is_answered_and_nothing_is_lost(self):
        server = self.serve("--store", self.store, "--auth", "none", file_bytes_max=3 << 20)
        self.expect(200, server.deploy("visit.bpmn", read("desk/visit/visit.bpmn")))
        taken = []
        for number in range(500):
            status, answer = server.ask("POST", "/v2/process-instances", {
                "processDefinitionId": "visit", "variables": {"number": str(number), "text": "x" * 100_000}})
            if status != 200:
                break
            taken.append(answer["processInstanceKey"])
        self.assertGreaterEqual(status, 500)
        self.assertIn("title", answer)
        self.expect(200, server.ask("GET", "/v2/topology"))
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        taken.append(self.wait_for("room again", lambda: (lambda answer: answer[0] == 200 and answer[1])(server.ask(
            "POST", "/v2/process-instances", {"processDefinitionId": "visit", "variables": {"number": "last"}})))
            ["processInstanceKey"])
        self.assertEqual(0, server.stop())
        server = self.serve("--store", self.store, "--auth", "none")
        found = self.expect(200, server.ask("POST", "/v2/process-instances/search", {"page": {"limit": 1000}}))["items"]
        self.assertEqual(sorted(taken), sorted(it["processInstanceKey"] for it in found))

    def test_a_file_has_one_server(self):
        self.serve("--store", self.store, "--auth", "none")
        status, said, fault = run("serve", "--listen", "127.0.0.1:0", "--store", self.store, "--auth", "none")
        self.assertEqual((1, ""), (status, said))
        self.assertTrue(fault.startswith("dandori: "), fault)
        self.assertIn("desk.db", fault)
        self.assertEqual(1, run("user", "list", "--store", self.store)[0])

    def test_settings_that_contradict_are_refused(self):
        for arguments in (("--listen", "0.0.0.0:0", "--auth", "none"), ("--listen", "nowhere"), ("--store", "paper:"),
                          ("--auth", "some"), ("--imap-host", "mail.example.jp"), ("--what",)):
            status, said, fault = run("serve", "--store", "memory:", *arguments)
            self.assertEqual((2, ""), (status, said), arguments)
            self.assertNotEqual("", fault)

    def test_settings_may_stand_in_a_file(self):
        file = os.path.join(self.folder, "settings")
        with open(file, "w") as settings:
            settings.write('[serve]\nstore = "memory:"\nauth = none\n')
        server = self.serve("--settings", file)
        self.expect(200, server.ask("GET", "/v2/topology"))
        status, said, fault = run("serve", "--settings", file, "--listen", f"127.0.0.1:{server.port}")
        self.assertEqual((1, ""), (status, said))
        self.assertIn(str(server.port), fault)
        with open(file, "a") as settings:
            settings.write("lisen = here\n")
        self.assertEqual(2, run("serve", "--settings", file)[0])
        self.assertEqual(2, run("serve", "--settings", file + "-none")[0])

    def test_nobody_comes_in_without_signing_in(self):
        given = ("user", "add", "clerk", "--store", self.store, "--name", "係 員", "--group", "testers")
        self.assertEqual((1, ""), run(*given, given=b"short\n")[:2])
        self.assertEqual((0, "added clerk\n"), run(*given, given=PASSWORD.encode() + b"\n")[:2])
        self.assertEqual((1, ""), run(*given, given=PASSWORD.encode() + b"\n")[:2])
        self.assertIn("係 員", run("user", "list", "--store", self.store)[1])
        server = self.serve("--store", self.store)
        self.expect(401, server.ask("GET", "/v2/topology"))
        self.expect(401, server.ask("POST", "/api/cases/search", {}))
        for password, status in ((PASSWORD, 200), ("wrong", 401)):
            basic = base64.b64encode(f"clerk:{password}".encode()).decode()
            self.expect(status, server.ask("GET", "/v2/topology", headers={"Authorization": "Basic " + basic}))
        at = ("--server", server.url)
        self.assertEqual(1, run("tasks", *at)[0])
        self.assertEqual(0, run("tasks", "--user", "clerk", *at, DANDORI_PASSWORD=PASSWORD)[0])
        self.assertEqual(0, server.stop())
        self.assertEqual((0, "new password for clerk\n"),
                         run("user", "password", "clerk", "--store", self.store, given=b"another good password\n")[:2])


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
