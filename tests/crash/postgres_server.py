"""A PostgreSQL server of a test's own: in a folder of its own, on a free port of loopback, with fsync, gone with the test."""
import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time


def until(wanted, look, what):
    """Waits until look() gives what is wanted; ends the program where it doesn't within a minute."""
    end = time.monotonic() + 60
    while (found := look()) != wanted:
        if time.monotonic() > end:
            raise SystemExit(f"{what}: {found} instead of {wanted}")
        time.sleep(0.05)


class PostgresServer:
    @staticmethod
    def programs():
        """Where the newest installed server has its programs; empty where none is installed."""
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
        return os.path.dirname(found[-1]) if found else ""

    def __init__(self, follows=None, parameters=()):
        """`follows`: the server that this one is a streaming replica of. `parameters` of the server: "NAME=VALUE"."""
        self.parameters = [word for each in parameters for word in ("-c", each)]
        self.folder = tempfile.mkdtemp()
        self.data, self.process = os.path.join(self.folder, "data"), None
        self.user = {}
        if os.geteuid() == 0:  # a server refuses to run as root
            account = pwd.getpwnam("postgres")
            self.user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        make = [self.programs() + "/initdb", "-D", self.data, "-E", "UTF8", "--locale=C", "-A", "trust", "-U", "dandori", "-N"]
        if follows:
            make = [self.programs() + "/pg_basebackup", "-h", "127.0.0.1", "-p", str(follows.port), "-U", "dandori", "-D", self.data, "-R", "-N"]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd="/", **self.user)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.start()

    def start(self):
        with open(os.path.join(self.folder, "log"), "a") as log:
            self.process = subprocess.Popen(
                [self.programs() + "/postgres", "-D", self.data, "-k", self.folder, "-h", "127.0.0.1", "-p", str(self.port),
                 "-c", "log_min_messages=fatal", *self.parameters], stdout=log, stderr=log, cwd="/", **self.user)
        for _ in range(600):
            try:
                with open(os.path.join(self.data, "postmaster.pid")) as file:
                    lines = file.read().splitlines()
                if lines and int(lines[0]) == self.process.pid and lines[-1].startswith("ready"):
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit("PostgreSQL did not start: " + open(os.path.join(self.folder, "log")).read())

    def stop(self, how=signal.SIGINT):
        """SIGINT ends all sessions first; SIGQUIT is as if the machine had lost its power."""
        self.process.send_signal(how)
        self.process.wait()

    def ask(self, query):
        return subprocess.run([self.programs() + "/psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "dandori", "-d", "postgres", "-Atc", query],
                              check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def url(self, database="postgres"):
        return f"postgres://dandori@127.0.0.1:{self.port}/{database}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
