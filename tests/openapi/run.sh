#!/usr/bin/env bash
# Lints the description of the API. Usage: run.sh TINTYPE
set -euo pipefail
program=$(realpath "${1:?the tintype program}")
cd "$(dirname "$0")"
npm ci --silent --ignore-scripts
document=$(mktemp --suffix .json)
trap 'rm -f "$document"' EXIT
"$program" openapi >"$document"
npx --no-install spectral lint --fail-severity=warn --ruleset .spectral.yaml "$document"
