"""Other engines: how they are installed below build/, and what runs them."""
import json
import os
import shutil
import subprocess
import sys

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")


def spiff(place):
    """SpiffWorkflow in an environment of its own."""
    python = os.path.join(place, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", os.path.join(PEERS, "requirements.txt")], check=True)
    return lambda name, instances: [python, os.path.join(PEERS, "spiff_bench.py"), os.path.join(PEERS, f"{name}_python.bpmn"), name, str(instances)]


def bpmn_engine(place):
    """npm's bpmn-engine by its lock file."""
    os.makedirs(place, exist_ok=True)
    source = os.path.join(PEERS, "bpmn_engine")
    for name in ("package.json", "package-lock.json", "bpmn_engine_bench.mjs"):
        shutil.copy(os.path.join(source, name), place)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=place, check=True, stdout=subprocess.DEVNULL)
    return lambda name, instances: ["node", os.path.join(place, "bpmn_engine_bench.mjs"), os.path.join(source, f"{name}_javascript.bpmn"), str(instances)]


def place_of(folder, name):
    return os.path.join(os.path.dirname(folder), "bench-peers", name.lower())


def in_memory(folder):
    """What runs a peer, by its name; those that can't be installed are left out."""
    found = {}
    for name, install in (("SpiffWorkflow", spiff), ("bpmn-engine", bpmn_engine)):
        try:
            found[name] = install(place_of(folder, name))
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"{name} is left out: {problem}", file=sys.stderr)
    return found


class Operaton:
    """The official engine artifact in a Java program of ours, which stays warm between two measurements."""

    CLIENTS = 16

    def __init__(self, folder, server_port):
        place, source = place_of(folder, "Operaton"), os.path.join(PEERS, "operaton")
        shutil.copytree(source, place, dirs_exist_ok=True)
        subprocess.run(["mvn", "--quiet", "--batch-mode", "package"], cwd=place, check=True, stdout=sys.stderr)
        self.process = subprocess.Popen(
            ["java", "-cp", "target/operaton-bench-1.jar:target/dependency/*", "dandori.bench.OperatonBench",
             f"jdbc:postgresql://127.0.0.1:{server_port}/postgres", "dandori", os.path.join(source, "models"), str(self.CLIENTS)],
            cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, workload, seconds):
        self.process.stdin.write(f"{workload} {seconds}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"The Operaton program has ended with {self.process.wait()}.")
        return json.loads(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def operaton(folder, server_port):
    """None where there is no Java, no Maven or no registry."""
    try:
        return Operaton(folder, server_port)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"Operaton is left out: {problem}", file=sys.stderr)
        return None
