#!/usr/bin/env bash
# Installs the peers of package.json where they are not installed yet, then measures all of them beside floor and plain.
# Options go to `peers`: run.sh --rounds 5 --seconds 4 --connections 32 --processes 1
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -f node_modules/.installed ] || [ package.json -nt node_modules/.installed ]; then
  npm install --no-package-lock --ignore-scripts --no-audit --no-fund
  touch node_modules/.installed
fi
cd ../../..
exec dotnet run -c Release --project tests/Plr.Benchmarks -- peers "$@"
