#!/bin/bash
# Ingest of real photographs: Tintype and sharp (libvips), the same products, in one run. Needs node and npm.
#   benches/ingest/run.sh [FOLDER] [COUNT]     the COUNT largest JPEGs of FOLDER; default: benches/photographs.sh's, 8
set -euo pipefail
cd "$(dirname "$0")"
TARGET=${CARGO_TARGET_DIR:-$(cd ../.. && pwd)/target}
FOLDER=${1:-$TARGET/photographs}
[ -d "$FOLDER" ] || bash ../photographs.sh "$FOLDER"
WORK=$TARGET/bench-ingest
mkdir -p "$WORK"
cp package.json package-lock.json with-sharp.mjs "$WORK/"
(cd "$WORK" && [ -d node_modules/sharp ] || npm ci --silent --prefix "$WORK")
BENCH=$(cargo bench -q -p tintype-imaging --bench ingest --no-run --message-format=json |
  python3 -c 'import json, sys
for line in sys.stdin:
    built = json.loads(line)
    if built.get("target", {}).get("name") == "ingest" and built.get("executable"): print(built["executable"])')
find "$FOLDER" -iname '*.jpg' -size +100k -printf '%s %p\n' | sort -rn | head -n "${2:-8}" | cut -d' ' -f2- |
  python3 compare.py "$BENCH" "$WORK/with-sharp.mjs"
