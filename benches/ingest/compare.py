#!/usr/bin/env python3
"""Reads names of pictures, lets both ingest each in turn (A B, then B A), and prints CPU ms and their ratio."""
import json
import os
import statistics
import subprocess
import sys

ours_path, sharp_path = sys.argv[1:3]


def ours(file):
    lines = subprocess.run([ours_path, file, "--ingest-only"], check=True, capture_output=True, text=True).stdout.splitlines()
    return {words[-2]: float(words[-1]) for words in map(str.split, lines[1:])}


def sharp(file):
    return json.loads(subprocess.run(["node", sharp_path, file], check=True, capture_output=True, text=True).stdout)


print("| picture | MB | Tintype, CPU ms (ingest + renditions) | sharp, CPU ms | ratio |\n|---|---|---|---|---|")
ratios = []
for number, file in enumerate(sys.stdin.read().split("\n")[:-1]):
    pair = (ours, sharp) if number % 2 == 0 else (sharp, ours)
    times = {make.__name__: make(file) for make in pair}
    a, b = times["ours"], times["sharp"]
    ratios.append((b["ingest"] + b["renditions"]) / (a["ingest"] + a["renditions"]))
    print(f"| {os.path.basename(file)[-40:]} | {os.path.getsize(file) / 1e6:.1f} | {a['ingest']:.0f} + {a['renditions']:.0f} | "
          f"{b['ingest']:.0f} + {b['renditions']:.0f} | {ratios[-1]:.2f} |", flush=True)
print(f"\nsharp needs {statistics.median(ratios):.2f} times the CPU time of Tintype (median; {min(ratios):.2f} to {max(ratios):.2f}).")
