"""The micro-workloads on each store, what raw SQLite can do at best, peers, and how far the goals are reached."""
import json
import os
import shutil
import statistics
import subprocess
import time

import peers

# Instances of one measurement on a store in memory, and on one with a disk.
SIZES = {"SEQ": (40_000, 20_000), "EXC": (20_000, 10_000), "EXT": (20_000, 10_000), "PAR": (20_000, 10_000), "CYC": (4_000, 2_000),
         "MIX": (10_000, 5_000), "APR": (10_000, 5_000), "JOB": (10_000, 5_000), "JOB10": (2_000, 1_000), "TIM": (1_000, 1_000),
         "MSG": (10_000, 5_000), "MI": (50, 20), "CAL": (10_000, 5_000), "DMN": (10_000, 5_000)}


def spread(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def ratios(numerators, denominators):
    return spread([above / below for above, below in zip(numerators, denominators)])


class Bench:
    def __init__(self, folder, pairs, quick):
        self.program = os.path.join(folder, "tests/bench/workload_bench")
        self.scratch = os.path.join(folder, "bench-scratch")
        self.pairs = pairs
        self.share = 0.1 if quick else 1

    def run(self, workload, store, instances=None, **options):
        if instances is None:
            instances = SIZES[workload][0 if store in ("memory", "encoded") else 1]
        command = [self.program, workload, store, "--instances", str(max(int(instances * self.share), min(instances, 10))), "--folder", self.scratch]
        for name, value in options.items():
            command += ["--" + name.replace("_", "-"), str(value)]
        answer = subprocess.run(command, capture_output=True, text=True)
        if answer.returncode:
            raise SystemExit(f"{' '.join(command)}: {answer.stderr.strip()}")
        return json.loads(answer.stdout)

    def one_store(self, store, workloads):
        """Each workload as fast as answers come, and then at half of that rate with starts at fixed times."""
        rows = []
        for workload in workloads:
            full = self.run(workload, store)
            # A timer's instance takes two seconds however fast the engine is.
            rate = full["instances_per_second"] / 2
            paced = self.run(workload, store, instances=min(SIZES[workload][1], max(int(rate * 5), 10)), rate=rate)
            rows.append({**full, "half_load_durations_ms": paced["durations_ms"]})
        return rows

    def against_raw(self):
        engine, raw, alone, raw_alone = [], [], [], []
        for _ in range(self.pairs):
            engine.append(self.run("SEQ", "sqlite"))
            raw.append(self.run("SEQ", "raw-sqlite", instances=SIZES["SEQ"][1]))
            alone.append(self.run("SEQ", "sqlite", instances=1_000, in_flight=1))
            raw_alone.append(self.run("SEQ", "raw-sqlite", instances=1_000, in_flight=1))
        per_second = lambda runs: [run["instances_per_second"] for run in runs]
        p50 = lambda runs: [run["durations_ms"]["p50"] for run in runs]
        return {"raw_instances_per_second": spread(per_second(raw)), "engine_instances_per_second": spread(per_second(engine)),
                "throughput_ratio": ratios(per_second(engine), per_second(raw)), "alone_p50_ratio": ratios(p50(alone), p50(raw_alone)),
                "commits_at_full_load": engine[-1]["commits"], "commits_alone": alone[-1]["commits"]}

    def against(self, peer):
        """CPU of an instance in memory, ours with its history as bytes, and the peer's."""
        result = {}
        for workload in ("SEQ", "CYC"):
            ours, theirs = [], []
            for _ in range(self.pairs):
                ours.append(self.run(workload, "encoded")["cpu_us"])
                answer = subprocess.run(peer(workload.lower(), 200 if workload == "SEQ" else 20), check=True, capture_output=True, text=True)
                theirs.append(json.loads(answer.stdout)["cpu_us"])
            result[workload] = {"dandori_us": spread(ours), "peer_us": spread(theirs), "ratio": ratios(theirs, ours)}
        return result

    def from_exec_to_exit(self, peer):
        """Wall time of a program that starts, deploys SEQ, runs an instance and ends: ours durably on a new SQLite file, the peer's in memory."""
        ours, theirs, resident = [], [], []
        for _ in range(self.pairs):
            begin = time.perf_counter()
            resident.append(self.run("SEQ", "sqlite", instances=1, in_flight=1)["peak_rss_mb"])
            ours.append(1000 * (time.perf_counter() - begin))
            begin = time.perf_counter()
            subprocess.run(peer("seq", 1), check=True, capture_output=True)
            theirs.append(1000 * (time.perf_counter() - begin))
        return {"dandori_ms": spread(ours), "peer_ms": spread(theirs), "ratio": ratios(theirs, ours), "peak_rss_mb": spread(resident)}


def measure(folder, pairs, quick):
    bench = Bench(folder, pairs, quick)
    others = peers.in_memory(folder)
    try:
        result = {"pairs": pairs, "quick": quick, "stores": {store: bench.one_store(store, SIZES) for store in ("memory", "sqlite")},
                  "raw_sqlite": bench.against_raw(), "peers": {name: bench.against(peer) for name, peer in others.items()}}
        if "SpiffWorkflow" in others:
            result["from_exec_to_exit"] = bench.from_exec_to_exit(others["SpiffWorkflow"])
    finally:
        shutil.rmtree(bench.scratch, ignore_errors=True)
    return result


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.3g}"


def shown(figure):
    if isinstance(figure, dict):
        return f"{number(figure['median'])} ({number(figure['min'])} - {number(figure['max'])})"
    return number(figure)


def table_of(store, rows):
    """On PostgreSQL the bytes are those of its log, and there is a server whose CPU and statements count."""
    columns = [("instances/s", lambda row: row["instances_per_second"]), ("CPU, us", lambda row: row["cpu_us"])]
    columns += [(title, lambda row, name=name: row["half_load_durations_ms"][name])
                for title, name in (("p50, ms", "p50"), ("p90", "p90"), ("p99", "p99"), ("max", "max"))]
    columns += [("peak RSS, MB", lambda row: row["peak_rss_mb"]), ("bytes written", lambda row: row["bytes_written"]),
                ("rows", lambda row: row["rows"]), ("commits", lambda row: row["commits"])]
    if "server_cpu_us" in rows[0]:
        columns += [("statements", lambda row: row["statements"]), ("the server's CPU, us", lambda row: row["server_cpu_us"])]
    lines = ["", f"### {store}", "", "| workload | " + " | ".join(title for title, _ in columns) + " | elements |",
             "| --- |" + " ---: |" * (len(columns) + 1)]
    return lines + [f"| {row['workload']} | " + " | ".join(number(value(row)) for _, value in columns) + f" | {row['elements']:g} |" for row in rows]


def as_lines(result):
    lines = ["", "## Workloads", "",
             "Instances completed and answered, up to 1,000 of them in flight; durations from when an instance was to be started, at half of that "
             "rate. SQLite: WAL, synchronous=FULL, everything answered is on the disk. CPU without the client's thread."]
    for store, rows in result["stores"].items():
        lines += table_of(store, rows)
    raw = result["raw_sqlite"]
    lines += ["", f"## Ceilings and peers, {result['pairs']} pairs, one after the other; median (smallest - largest)", "",
              "| | figure |", "| --- | ---: |",
              f"| SEQ on SQLite, instances/s | {shown(raw['engine_instances_per_second'])} |",
              f"| the same rows by raw inserts, instances/s | {shown(raw['raw_instances_per_second'])} |"]
    for peer, workloads in result["peers"].items():
        for workload, figures in workloads.items():
            lines += [f"| {workload}, CPU of an instance in memory, history encoded, us | {shown(figures['dandori_us'])} |",
                      f"| {workload}, {peer} in memory, us | {shown(figures['peer_us'])} |",
                      f"| {workload}, {peer} against ours | {shown(figures['ratio'])} |"]
    return lines
