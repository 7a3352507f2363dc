#!/usr/bin/env bash
# Every happy path of OAuth, by a client that knows nothing of us, against the library in $LIBRARY.
set -euo pipefail
cd "$(dirname "$0")"
export AUTHLIB_INSECURE_TRANSPORT=1
exec .venv/bin/python -m unittest -v visit
