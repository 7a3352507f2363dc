#!/bin/bash
# Whole HTTP requests beside FastAPI, Flask and Django REST Framework over the same catalogue, in one run.
#   benches/http.sh CAPTIONS [bench.py's options, as --conc 8 --kinds search-frequent]
# CAPTIONS: a caption file in Flickr8k's token form; the catalogue is made from its sentences, the same bytes each time.
# PHOTOS: how many (100000). ONLY: which servers. Needs python 3.11+ and wrk. Caches: $PEERS_CACHE, or under target/.
set -euo pipefail
captions=$(realpath "${1:?the caption file}"); shift
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-$PWD/target}
export PEERS_CACHE=${PEERS_CACHE:-$target/bench-peers} TINTYPE_BENCH_DATA
photos=${PHOTOS:-100000}
catalogue=$PEERS_CACHE/catalogue-$photos
TINTYPE_BENCH_DATA=$PEERS_CACHE/tintype-$photos
export TINTYPE_BIN=$target/release/tintype

cargo build --release --locked -q
mkdir -p "$PEERS_CACHE"
if [ ! -f "$catalogue/meta.json" ]; then
  python3 benches/peers/data/generate.py --captions "$captions" -n "$photos" --seed 1 --out "$catalogue" --jobs 2
fi
if [ ! -f "$TINTYPE_BENCH_DATA/.imported" ]; then
  rm -rf "$TINTYPE_BENCH_DATA"
  ours() { "$TINTYPE_BIN" --data "$TINTYPE_BENCH_DATA" "$@"; }
  echo "import of $photos photos:"
  time ours import-dataset "$catalogue" --metadata-only
  echo 'a password of the benchmark' | ours user add bench --email bench@example.org --password-stdin
  ours app add --owner bench --name bench --per-hour unlimited --access-key bench-key
  touch "$TINTYPE_BENCH_DATA/.imported"
fi
python3 benches/peers/load/bench.py --servers benches/peers/load/servers.json --tsv "$catalogue" \
  --only "${ONLY:-tintype,fastapi-sqlite,flask-sqlite,drf-sqlite}" "$@"
