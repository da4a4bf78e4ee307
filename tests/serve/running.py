"""The program, started as people do: for tests that go through what a server has to do."""
import http.client
import json
import os
import resource
import signal
import subprocess
import threading
import uuid

PASSWORD = "correct horse battery staple"
SECONDS_MAX = 180


class Server:
    """`dandori serve` from its start to its end."""

    def __init__(self, program, *arguments, environment=None, file_bytes_max=None):
        limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes_max, resource.RLIM_INFINITY))) \
            if file_bytes_max else None
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", *arguments],
            env=dict(os.environ, DANDORI_SEED_PASSWORD=PASSWORD, **(environment or {})),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit)
        self.log = []
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()
        self.url = self.process.stdout.readline().strip()
        if not self.url:
            raise AssertionError(f"it ended with {self.stopped()}: {self.log}")
        self.port = int(self.url.rsplit(":", 1)[1])

    def stopped(self):
        status = self.process.wait(timeout=SECONDS_MAX)
        self.reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.stopped()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.stopped()

    def ask(self, method, path, body=None, headers=None):
        """Status and body, read as JSON where it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_MAX)
        headers = dict({"Accept": "application/json"}, **(headers or {}))
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            is_json = "json" in (answer.headers.get("Content-Type") or "")
            return answer.status, json.loads(text) if is_json and text else text
        finally:
            connection.close()

    def deploy(self, name, content):
        mark = uuid.uuid4().hex
        body = (f'--{mark}\r\nContent-Disposition: form-data; name="resources"; filename="{name}"\r\n'
                f"Content-Type: application/octet-stream\r\n\r\n").encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("POST", "/v2/deployments", body, {"Content-Type": f"multipart/form-data; boundary={mark}"})
