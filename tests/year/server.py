"""A running `dandori serve`, and its REST API as people use it: asked by many at once over connections that stay open."""
import asyncio
import json
import os
import signal
import subprocess
import threading

from ward import PROCESSES

PASSWORD = os.environ.get("DANDORI_SEED_PASSWORD", "the-year-of-the-ward")
MAIL_TOKEN = "token-of-the-year"


class Refused(Exception):
    def __init__(self, status, what):
        super().__init__(f"{status} {what}")
        self.status = status


class Server:
    """The program from its start to its end. Its clock stands where it is put, from `begins` on; without that it runs."""

    def __init__(self, program, folder, begins, store=None, outbox=None, more=()):
        environment = dict(os.environ, DANDORI_SEED_PASSWORD=PASSWORD, DANDORI_MAIL_TOKEN=MAIL_TOKEN)
        self.store = store or f"sqlite:{os.path.join(folder, 'year.db')}"
        clock = ["--test-clock", "--clock-at", begins.isoformat()] if begins else []
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--store", self.store, "--processes", PROCESSES, "--seed-users",
             os.path.join(PROCESSES, "demo", "ward.json"), "--outbox", outbox or os.path.join(folder, "outbox"), *clock, *more],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.log = []
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()
        url = self.process.stdout.readline().strip()
        if not url:
            raise RuntimeError("the server did not start: " + "".join(self.log[-5:]))
        self.port = int(url.rsplit(":", 1)[1])

    def stop(self):
        self.cpu = self.cpu_seconds()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait()
        self.reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_megabytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024


class Api:
    """Requests over a few lasting connections."""

    def __init__(self, port, connections=32):
        self.port = port
        self.idle = []
        self.free = asyncio.Semaphore(connections)
        self.asked = 0

    async def ask(self, method, path, body=None, headers=()):
        """Status and body, read as JSON where it is any."""
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        kind = "message/rfc822" if isinstance(body, bytes) else "application/json"
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
        async with self.free:
            self.asked += 1
            while True:
                was_idle = bool(self.idle)
                reader, writer = self.idle.pop() if was_idle else await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 26)
                try:
                    writer.write(head.encode() + data)
                    answer = await reader.readuntil(b"\r\n\r\n")
                    break
                except (asyncio.IncompleteReadError, ConnectionError):
                    writer.close()
                    if not was_idle:
                        raise  # the server is gone; an idle connection it may have closed before it read anything
            status = int(answer[9:12])
            lower = answer.lower()
            length = lower.find(b"content-length:")
            text = b""
            if length >= 0:
                text = await reader.readexactly(int(answer[length + 15:answer.index(b"\r\n", length)]))
            if b"connection: close" in lower:
                writer.close()
            else:
                self.idle.append((reader, writer))
        cookie = lower.find(b"set-cookie:")
        self.cookie = answer[cookie + 11:answer.index(b";", cookie)].decode().strip() if cookie >= 0 else None
        return status, json.loads(text) if text[:1] in (b"{", b"[") else text.decode()

    async def get(self, person, method, path, body=None):
        """As a person who has signed in; the answer, or what it was refused with."""
        status, answer = await self.ask(method, path, body, person.headers)
        if status >= 300:
            raise Refused(status, answer.get("detail") or answer.get("title") if isinstance(answer, dict) else answer)
        return answer

    async def deliver(self, mail):
        status, answer = await self.ask("POST", "/api/mails", mail, [("Authorization", f"Bearer {MAIL_TOKEN}")])
        if status >= 300:
            raise Refused(status, answer)
        return answer

    def close(self):
        for _, writer in self.idle:
            writer.close()


class Person:
    """Somebody who signed in once and made an access token for a program of theirs."""

    def __init__(self, entry):
        self.entry = entry
        self.username = entry["username"]
        self.headers = []

    async def sign_in(self, api):
        status, session = await api.ask("POST", "/api/session", {"username": self.username, "password": PASSWORD})
        if status != 200:
            raise Refused(status, session)
        headers = [("Cookie", api.cookie), ("X-CSRF-Token", session["csrfToken"])]
        status, token = await api.ask("POST", "/api/access-tokens", {"name": "year", "expiresInDays": 800, "password": PASSWORD}, headers)
        if status != 201:
            raise Refused(status, token)
        self.headers = [("Authorization", f"Bearer {token['token']}")]
