#!/usr/bin/env bash
# Installs what requirements.txt names, by hash, into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")"
[ -d .venv ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
