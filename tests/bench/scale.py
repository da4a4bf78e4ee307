"""What a million waiting instances cost on SQLite: memory, start after kill -9, and what goes on beside them."""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time


def line_of(process, wanted):
    line = process.stdout.readline().strip()
    if line != wanted:
        raise SystemExit(f"{process.args}: '{wanted}' expected, got '{line}'")


def one(program, workload, count):
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "scale.db")
        filling = subprocess.Popen([program, "fill", store, workload, str(count)], stdout=subprocess.PIPE, text=True)
        line_of(filling, "filled")
        time.sleep(2)  # at full load
        filling.send_signal(signal.SIGKILL)
        filling.wait()
        begin = time.perf_counter()
        measuring = subprocess.Popen([program, "measure", store, workload, str(count)], stdout=subprocess.PIPE, text=True)
        line_of(measuring, "started")
        seconds = time.perf_counter() - begin
        result = json.loads(measuring.stdout.readline())
        if measuring.wait():
            raise SystemExit(f"{measuring.args} ended with {measuring.returncode}")
        return {"workload": workload, "count": count, "start_seconds": seconds, **result}


def measure(folder, count):
    program = os.path.join(folder, "tests/bench/scale_bench")
    result = [one(program, "APR", 0)]
    for workload in ("APR", "TIM", "MSG"):
        if workload == "MSG":
            result.append(one(program, workload, 1_000))  # the nearly empty case
        result.append(one(program, workload, count))
    return result


def as_lines(runs):
    titles = {"APR": "at a user task", "TIM": "for a timer", "MSG": "for a message"}
    lines = ["", "## Many that wait", "",
             "On SQLite, filled and killed by SIGKILL at full load; then from starting the program anew to the first SEQ instance completed.", "",
             "| waiting | | to first completed, s | RSS then, MB | RSS at the end, MB | idle CPU, % | SEQ/s beside them | correlation p50, ms | p99 |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for run in runs:
        correlate = f"{run['correlate_p50_ms']:.2f} | {run['correlate_p99_ms']:.2f}" if "correlate_p50_ms" in run else "- | -"
        lines.append(f"| {titles[run['workload']]} | {run['count']:,} | {run['start_seconds']:.2f} | {run['resident_mb_after_start']:,.0f} | "
                     f"{run['resident_mb']:,.0f} | {run['idle_cpu_percent']:.2f} | {run['sequence_per_second']:,.0f} | {correlate} |")
    return lines
