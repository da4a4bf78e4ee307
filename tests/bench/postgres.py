"""PostgreSQL: the micro-workloads, what the server can do at best with the same rows, Operaton on the same server, jobs over the REST API,
and memory after many instances. The server is one of our own with fsync on and its default durability."""
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import peers
from workloads import SIZES, Bench, number, ratios, shown, spread, table_of

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "crash"))
from postgres_server import PostgresServer  # noqa: E402

# Besides counting statements only that the log isn't turned over in the middle of a measurement.
PARAMETERS = ("shared_preload_libraries=pg_stat_statements", "max_wal_size=4GB")
ONE_BY_ONE = 1_000  # instances where each waits for the disk
WARM_SECONDS = 60
PEER_SECONDS = 5
JOB_INSTANCES = 1_000
JOB_WORKERS = 32
ROUNDS = 10
ROUND_INSTANCES = 100_000


def per_second(runs):
    return [run["instances_per_second"] for run in runs]


def ceilings(bench):
    """SEQ of the engine, and in turn its rows in commits of 100 instances, by COPY, and in a commit each."""
    engine, grouped, copied, alone, raw_alone = [], [], [], [], []
    for _ in range(bench.pairs):
        engine.append(bench.run("SEQ", "postgres"))
        grouped.append(bench.run("SEQ", "raw-postgres", instances=SIZES["SEQ"][1], in_flight=100))
        copied.append(bench.run("SEQ", "raw-postgres-copy", instances=SIZES["SEQ"][1], in_flight=100))
        alone.append(bench.run("SEQ", "postgres", instances=ONE_BY_ONE, in_flight=1))
        raw_alone.append(bench.run("SEQ", "raw-postgres", instances=ONE_BY_ONE, in_flight=1))
    p50 = [[run["durations_ms"]["p50"] for run in runs] for runs in (alone, raw_alone)]
    at_64 = bench.run("SEQ", "postgres", in_flight=64)
    return {"engine": spread(per_second(engine)), "grouped": spread(per_second(grouped)), "copied": spread(per_second(copied)),
            "one_commit_each": spread(per_second(raw_alone)), "alone": spread(per_second(alone)),
            "to_grouped": ratios(per_second(engine), per_second(grouped)), "to_copied": ratios(per_second(engine), per_second(copied)),
            "to_one_commit_each": ratios(per_second(engine), per_second(raw_alone)),
            "alone_p50_ratio": ratios(*p50), "alone_p50_ms": spread(p50[0]), "raw_alone_p50_ms": spread(p50[1]),
            "wal_bytes": spread([run["bytes_written"] for run in engine]), "raw_wal_bytes": spread([run["bytes_written"] for run in grouped]),
            "commits_at_64": at_64["commits"], "commits_alone": alone[-1]["commits"],
            "statements_per_commit": at_64["statements"] / at_64["commits"]}


def against_operaton(bench, folder, server, share):
    peer = peers.operaton(folder, server.port)
    if peer is None:
        return None
    result = {"warm_seconds": WARM_SECONDS * share, "clients": peer.CLIENTS}
    workloads = ("SEQ", "CYC", "APR")
    with peer:
        for workload in workloads:
            peer.run(workload, WARM_SECONDS * share / len(workloads))
        for workload in workloads:
            ours, theirs = [], []
            for _ in range(bench.pairs):
                ours.append(bench.run(workload, "postgres"))
                theirs.append(peer.run(workload, max(PEER_SECONDS * share, 1)))
            result[workload] = {"dandori": spread(per_second(ours)), "peer": spread(per_second(theirs)), "ratio": ratios(per_second(ours), per_second(theirs))}
            for name in ("cpu_us", "bytes_written", "statements"):
                result[workload][name] = {"dandori": spread([run[name] for run in ours]), "peer": spread([run[name] for run in theirs])}
    return result


def jobs_over_rest(bench, folder, server, share):
    """Jobs of JOB10 a second through `dandori serve`, and in turn the same rows of a job in one commit each."""
    instances = max(int(JOB_INSTANCES * share), 10)
    ours, raw = [], []
    for pair in range(bench.pairs):
        store = server.url() + f"?schema=rest_{pair}"
        process = subprocess.Popen([os.path.join(folder, "dandori"), "serve", "--listen", "127.0.0.1:0", "--store", store, "--auth", "none"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            port = process.stdout.readline().strip().rsplit(":", 1)[-1]
            wait_until_ready(port)
            program = os.path.join(folder, "tests/bench/rest_jobs_bench")
            answer = subprocess.run([program, port, str(instances), str(JOB_WORKERS)], capture_output=True, text=True)
            if answer.returncode:
                raise SystemExit(answer.stderr.strip())
            ours.append(json.loads(answer.stdout)["jobs_per_second"])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)
        one_each = bench.run("JOB10", "raw-postgres", instances=100, in_flight=1, commits_per_instance=10)
        raw.append(10 * one_each["instances_per_second"])
    return {"workers": JOB_WORKERS, "dandori": spread(ours), "one_commit_each": spread(raw), "ratio": ratios(ours, raw)}


def wait_until_ready(port):
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise SystemExit("dandori serve doesn't get ready.")


def after_many(bench):
    """Resident memory at full load, after each tenth of the instances."""
    run = bench.run("SEQ", "postgres", instances=ROUND_INSTANCES, rounds=ROUNDS)
    resident = run["resident_mb_after_rounds"]
    return {"instances": run["instances"], "resident_mb": resident[-1], "growth_mb": resident[-1] - resident[ROUNDS // 2 - 1],
            "instances_per_second": run["instances_per_second"]}


def measure(folder, pairs, quick):
    """None where PostgreSQL isn't installed."""
    if not PostgresServer.programs():
        print("PostgreSQL is left out: its programs were not found in /usr/lib/postgresql", file=sys.stderr)
        return None
    bench, share = Bench(folder, pairs, quick), 0.1 if quick else 1
    with PostgresServer(parameters=PARAMETERS) as server:
        os.environ["DANDORI_TEST_POSTGRES"] = server.url()
        try:
            result = {"pairs": pairs, "store": bench.one_store("postgres", SIZES), "ceilings": ceilings(bench),
                      "operaton": against_operaton(bench, folder, server, share), "jobs_over_rest": jobs_over_rest(bench, folder, server, share),
                      "after_many": after_many(bench)}
        finally:
            del os.environ["DANDORI_TEST_POSTGRES"]
            shutil.rmtree(bench.scratch, ignore_errors=True)
    return result


def as_lines(result):
    raw, jobs, many = result["ceilings"], result["jobs_over_rest"], result["after_many"]
    lines = ["", "## PostgreSQL", "",
             "A server on the same machine with fsync and synchronous_commit on; bytes written are those of its log. CPU without the server's, which "
             "stands beside it."]
    lines += table_of("postgres", result["store"])
    lines += ["", f"### Ceilings, {result['pairs']} pairs, one after the other; median (smallest - largest)", "",
              "The very rows that SEQ writes, by a program that has them ready, into tables without any index.", "", "| | figure |", "| --- | ---: |"]
    for title, name in (("SEQ on PostgreSQL, instances/s", "engine"), ("the same rows, 100 instances a commit, one statement", "grouped"),
                        ("100 instances a commit by COPY", "copied"), ("one commit each", "one_commit_each"), ("engine to 100 a commit", "to_grouped"),
                        ("engine to COPY", "to_copied"), ("engine to one commit each", "to_one_commit_each"),
                        ("one client alone, instances/s", "alone"), ("one client alone, p50, ms", "alone_p50_ms"),
                        ("the raw transaction, p50, ms", "raw_alone_p50_ms"), ("the one to the other", "alone_p50_ratio"),
                        ("log of an instance, bytes", "wal_bytes"), ("log of its raw rows, bytes", "raw_wal_bytes")):
        lines.append(f"| {title} | {shown(raw[name])} |")
    lines += [f"| JOB10 over the REST API, {jobs['workers']} workers, jobs/s | {shown(jobs['dandori'])} |",
              f"| the rows of a job in one commit each, jobs/s | {shown(jobs['one_commit_each'])} |",
              f"| the one to the other | {shown(jobs['ratio'])} |",
              f"| resident memory after {many['instances']:,} SEQ instances, MB | {number(many['resident_mb'])} |",
              f"| its growth in the second half, MB | {number(many['growth_mb'])} |"]
    peer = result["operaton"]
    if peer:
        lines += ["", f"### Operaton, embedded, full history, {peer['clients']} clients, {peer['warm_seconds']:g} s warm, on the same server", "",
                  "| | instances/s | Operaton's | ratio | CPU, us | Operaton's | log, bytes | Operaton's | statements | Operaton's |",
                  "| --- |" + " ---: |" * 9]
        for workload in ("SEQ", "CYC", "APR"):
            figures = peer[workload]
            cells = [shown(figures["dandori"]), shown(figures["peer"]), shown(figures["ratio"])]
            cells += [number(figures[name][whose]["median"]) for name in ("cpu_us", "bytes_written", "statements") for whose in ("dandori", "peer")]
            lines.append(f"| {workload} | " + " | ".join(cells) + " |")
    return lines
