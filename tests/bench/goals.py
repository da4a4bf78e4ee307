"""What the benchmark is measured by: each goal with its bar, its stretch, the figure of this run, and whether that is enough."""
from workloads import number, shown


def of_postgres(part):
    raw, peer = part["ceilings"], part["operaton"] or {}
    rows = {row["workload"]: row for row in part["store"]}
    half, many = rows["SEQ"]["half_load_durations_ms"], part["after_many"]
    yield "SEQ on PostgreSQL against the raw ceiling (100 a commit)", 0.6, 1.5, raw["to_grouped"], True
    for workload, bar, stretch in (("SEQ", 20, 50), ("CYC", 10, 25), ("APR", 20, 40)):
        yield f"{workload}, PostgreSQL, against Operaton (warm) on the same server", bar, stretch, peer.get(workload, {}).get("ratio"), True
    yield "JOB10 over the REST API against one commit a job", 3, 6, part["jobs_over_rest"]["ratio"], True
    yield "commits per SEQ instance at 64 in flight", 0.05, 0.05, raw["commits_at_64"], False
    yield "commits per SEQ instance, one client alone", 1, 1, raw["commits_alone"], False
    yield "log per SEQ instance, bytes", 4_600, 1_800, raw["wal_bytes"], False
    yield "log per CYC instance, bytes", 40_000, 8_000, rows["CYC"]["bytes_written"], False
    yield "statements per batch", 6, 6, raw["statements_per_commit"], False
    yield f"RSS at full SEQ load after {many['instances']:,} instances, MB", 64, 32, many["resident_mb"], False
    yield "its growth in the second half, MB", 0, 0, many["growth_mb"], False
    yield "one client alone, PostgreSQL: p50 against the raw transaction of the same rows", 1.5, 1.2, raw["alone_p50_ratio"], False
    yield "PostgreSQL p99/p50 at half load (the goal is SQLite's)", 5, 3, half["p99"] / half["p50"], False


def of_workloads(part):
    raw, spiff = part["raw_sqlite"], part["peers"].get("SpiffWorkflow", {})
    half = {row["workload"]: row for row in part["stores"]["sqlite"]}["SEQ"]["half_load_durations_ms"]
    once = part.get("from_exec_to_exit", {})
    yield "SEQ on SQLite FULL against the raw ceiling", 0.6, 1.0, raw["throughput_ratio"], True
    yield "one client alone, SQLite: p50 against the raw transaction of the same rows", 1.5, 1.2, raw["alone_p50_ratio"], False
    yield "SQLite p99/p50 at half load", 5, 3, half["p99"] / half["p50"], False
    for workload, bar, stretch in (("SEQ", 100, 300), ("CYC", 300, 600)):
        yield (f"CPU per {workload} instance in memory, history encoded: SpiffWorkflow's against ours", bar, stretch,
               spiff.get(workload, {}).get("ratio"), True)
    yield "exec, deploy, a durable instance on new SQLite, exit: SpiffWorkflow's wall time, in memory, against ours", 4, 9, once.get("ratio"), True
    yield "the same: peak RSS, MB", 16, 8, once.get("peak_rss_mb"), False


def of_multi_instance(runs):
    for order in sorted({run["order"] for run in runs}):
        for work in sorted({run["work"] for run in runs}):
            each = {run["items"]: run["us_per_item"] * run["items"] for run in runs if (run["order"], run["work"]) == (order, work)}
            yield f"multi-instance 10,000 against 1,000: {order}, {work}", 11, 10.3, each[10_000] / each[1_000], False


def of_scale(runs):
    empty = next(run for run in runs if run["workload"] == "APR" and run["count"] == 0)
    many = {run["workload"]: run for run in runs if run["count"] > 1_000}
    few = next(run for run in runs if run["workload"] == "MSG" and run["count"] == 1_000)
    count = f"{many['APR']['count']:,}"
    yield f"{count} waiting APR: RSS, MB", 256, 64, many["APR"]["resident_mb"], False
    yield "SEQ beside them against SEQ alone", 0.90, 0.97, many["APR"]["sequence_per_second"] / empty["sequence_per_second"], True
    yield f"correlate among {count} subscriptions: p99 against 1,000", 2, 1.3, many["MSG"]["correlate_p99_ms"] / few["correlate_p99_ms"], False
    yield f"{count} pending timers, none due: CPU, % of a core", 0.1, 0, many["TIM"]["idle_cpu_percent"], False
    yield f"kill -9 at full load, {count} waiting: seconds to the first completed, SQLite", 1, 1, many["APR"]["start_seconds"], False


PARTS = {"postgres": of_postgres, "workloads": of_workloads, "multi_instance": of_multi_instance, "scale": of_scale}


def word(figure, bar, stretch, larger):
    if figure is None:
        return "not measured"
    value = figure["median"] if isinstance(figure, dict) else figure
    enough = lambda goal: value >= goal if larger else value <= goal
    return "reached, stretch too" if enough(stretch) else "reached" if enough(bar) else "not reached"


def as_lines(result):
    rows = [row for part, goals in PARTS.items() if result.get(part) for row in goals(result[part])]
    if not rows:
        return []
    lines = ["", "## Goals", "", "| goal | bar | stretch | figure | |", "| --- | ---: | ---: | ---: | --- |"]
    for what, bar, stretch, figure, larger in rows:
        told = "-" if figure is None else shown(figure)
        lines.append(f"| {what} | {number(bar)} | {number(stretch)} | {told} | {word(figure, bar, stretch, larger)} |")
    return lines + ["", "What counts don't depend on the machine (heap allocations and rows read of an instance among them) is held fast by "
                    "`tests/counts`; how soon a lost member's work goes on, by `tests/crash/members_crash.py`."]
