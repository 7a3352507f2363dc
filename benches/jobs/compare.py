#!/usr/bin/env python3
"""Runs Tintype's job benchmark and the same on Celery + Redis, in turns on one machine, and prints both with their ratios.

Celery's figures: "drain" is 10,000 jobs that wait while the worker does not consume, from the moment it may to the end of the
last; "burst" is one client queueing while the worker works, which is what its own benchmarks show.
"""
import argparse
import json
import os
import statistics
import struct
import subprocess
import sys
import time

args = argparse.ArgumentParser(description=__doc__)
args.add_argument("--tintype", required=True, help="the built benchmark")
args.add_argument("--redis-pid", type=int, required=True)
args.add_argument("--dir", required=True, help="where databases and journals go: on a real disk")
args.add_argument("--jobs", type=int, default=10_000)
args.add_argument("--paced", type=int, default=300)
args.add_argument("--rounds", type=int, default=3)
args.add_argument("--concurrency", type=int, default=2)
args = args.parse_args()
JOURNAL = os.environ["BENCH_JOURNAL"] = os.path.join(args.dir, "celery.journal")
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
sys.dont_write_bytecode = True
import tasks  # noqa: E402  (reads the environment)


def journal():
    data = open(JOURNAL, "rb").read() if os.path.exists(JOURNAL) else b""
    return list(struct.iter_unpack("ddd", data[:len(data) // 24 * 24]))


def until_ended(jobs, patience=300):
    end = time.time() + patience
    while not os.path.exists(JOURNAL) or os.path.getsize(JOURNAL) < 24 * jobs:
        if time.time() > end:
            sys.exit(f"only {len(journal())} of {jobs} Celery jobs ended")
        time.sleep(0.005)


def forget():
    if os.path.exists(JOURNAL):
        os.truncate(JOURNAL, 0)  # the workers keep it open


def part(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def cpu_seconds(roots):
    """User and system time of these processes and all below them."""
    parents, ticks = {}, {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            words = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(pid)], ticks[int(pid)] = int(words[1]), int(words[11]) + int(words[12])

    def below(pid):
        while pid:
            if pid in roots:
                return True
            pid = parents.get(pid, 0)
        return False

    return sum(t for pid, t in ticks.items() if below(pid)) / os.sysconf("SC_CLK_TCK")


def enqueue(jobs):
    """The fastest way for one client: a connection that stays open."""
    begun = time.time()
    with tasks.app.producer_pool.acquire(block=True) as producer:
        for _ in range(jobs):
            tasks.noop.apply_async((time.time(),), producer=producer)
    return jobs / (time.time() - begun)


def celery_round(worker):
    forget()
    tasks.app.control.cancel_consumer("celery", reply=True, timeout=5)
    enqueued = enqueue(args.jobs)
    cpu, begun = cpu_seconds({worker, args.redis_pid}), time.time()
    tasks.app.control.add_consumer("celery")
    until_ended(args.jobs)
    drained = args.jobs / (max(end for _, _, end in journal()) - begun)
    time.sleep(0.2)
    cpu = (cpu_seconds({worker, args.redis_pid}) - cpu) * 1000 / args.jobs
    forget()
    begun = time.time()
    enqueue(args.jobs)
    until_ended(args.jobs)
    burst = args.jobs / (max(end for _, _, end in journal()) - begun)
    forget()
    begun = time.time()
    for n in range(args.paced):
        time.sleep(max(0, begun + n * 0.02 - time.time()))
        tasks.noop.delay(time.time())
    until_ended(args.paced)
    waits = [(begun - queued) * 1000 for queued, begun, _ in journal()]
    # Its client is never in the worker's process: the same figures stand for both.
    latency = {f"latency{where}_p{share}_ms": part(waits, share / 100) for where in ("", "_other_process") for share in (50, 99)}
    return {"enqueued_one_by_one_per_s": enqueued, "drained_per_s": drained, "burst_per_s": burst, "drain_cpu_s_per_1000": cpu, **latency}


def tintype_round():
    command = [args.tintype, "--json", "--dir", args.dir, "--jobs", str(args.jobs), "--paced", str(args.paced),
               "--concurrency", str(args.concurrency)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main():
    log = open(os.path.join(args.dir, "celery.log"), "wb")
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-c", str(args.concurrency), "-l", "WARNING",
         "--without-gossip", "--without-mingle", "--without-heartbeat", "-O", "fair"],
        cwd=os.path.dirname(os.path.abspath(__file__)), env={**os.environ, "C_FORCE_ROOT": "1"}, stdout=log, stderr=log)
    try:
        enqueue(200)
        until_ended(200, 60)
        rounds = [(tintype_round(), celery_round(worker.pid)) for _ in range(args.rounds)]
    finally:
        worker.terminate()
        worker.wait(30)
    report(rounds)


def report(rounds):
    def median(side, name):
        return statistics.median(r[side][name] for r in rounds)

    print(f"{args.jobs} no-op jobs, {args.rounds} rounds in turns, medians; Tintype flushes every commit to disk, Redis keeps nothing\n")
    print("| figure | Tintype | Celery 5 + Redis | ratio (lowest of the rounds) |\n|---|---|---|---|")
    for name in rounds[0][0] | rounds[0][1]:
        sides = [f"{median(i, name):,.2f}" if name in rounds[0][i] else "" for i in (0, 1)]
        ratio = ""
        if all(sides):
            ratios = [ours[name] / theirs[name] for ours, theirs in rounds]
            ratio = f"{statistics.median(ratios):.2f} ({min(ratios):.2f})"
        print(f"| {name} | {sides[0]} | {sides[1]} | {ratio} |")
    faster = [ours["drained_per_s"] / max(theirs["drained_per_s"], theirs["burst_per_s"]) for ours, theirs in rounds]
    print(f"\ndrained jobs/s, Tintype : the better of Celery's drain and burst = {statistics.median(faster):.1f} (lowest {min(faster):.1f})")


main()
