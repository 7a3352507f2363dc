#!/bin/bash
# Jobs: Tintype's table on SQLite against Celery 5 on Redis, in one run. Needs python 3.11+ and redis-server.
#   benches/jobs/run.sh [--rounds 3] [--jobs 10000] [--paced 300] [--concurrency 2]
# BENCH_DIR: where databases go (default: a folder under target/, on this disk); BENCH_REDIS_PORT: default 56481.
set -euo pipefail
cd "$(dirname "$0")"
TARGET=${CARGO_TARGET_DIR:-$(cd ../.. && pwd)/target}
mkdir -p "${BENCH_DIR:=$TARGET/bench-jobs}"
DIR=$(mktemp -d "$BENCH_DIR/run-XXXXXX")
PORT=${BENCH_REDIS_PORT:-56481}
export BENCH_REDIS=redis://127.0.0.1:$PORT/0

BENCH=$(cargo bench -q -p tintype-queue --bench jobs --no-run --message-format=json |
  python3 -c 'import json, sys
for line in sys.stdin:
    built = json.loads(line)
    if built.get("target", {}).get("name") == "jobs" and built.get("executable"): print(built["executable"])')

VENV=$BENCH_DIR/venv
if ! cmp -s requirements.txt "$VENV/requirements.txt"; then
  python3 -m venv "$VENV"
  "$VENV/bin/pip" install -q --disable-pip-version-check -r requirements.txt
  cp requirements.txt "$VENV/"
fi

redis-server --port "$PORT" --bind 127.0.0.1 --save "" --appendonly no --dir "$DIR" --daemonize no >"$DIR/redis.log" 2>&1 &
REDIS=$!
trap 'kill $REDIS; wait $REDIS 2>/dev/null || true; rm -rf "$DIR"' EXIT
for _ in $(seq 50); do redis-cli -p "$PORT" ping >/dev/null 2>&1 && break; sleep 0.1; done
"$VENV/bin/python" compare.py --tintype "$BENCH" --redis-pid "$REDIS" --dir "$DIR" "$@"
