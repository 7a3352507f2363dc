#!/usr/bin/env bash
# Every method of this client, against the library in $LIBRARY.
set -euo pipefail
cd "$(dirname "$0")"
exec .venv/bin/python -m unittest -v visit
