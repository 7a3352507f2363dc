#!/usr/bin/env bash
# Installs what package-lock.json names, and nothing else.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --silent --ignore-scripts
