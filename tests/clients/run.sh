#!/usr/bin/env bash
# Real clients against the real server, each on a library of its own. Usage: run.sh TINTYPE [CLIENT…]
set -euo pipefail
program=$(realpath "${1:?the tintype program}")
shift
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- unsplash-js-8 unsplash-js-7 uppy-companion python-unsplash authlib
for client in "$@"; do
  echo "-- $client"
  "$client/install.sh"
  python3 library.py "$program" "$client/run.sh"
done
