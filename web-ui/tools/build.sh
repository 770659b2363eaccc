#!/bin/sh
# Builds the console into target/dist, and does nothing when none of its inputs changed.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target
inputs=$(find . \( -name node_modules -o -name target -o -path ./src/app/theme.css -o -path ./src/app/globals.css \) -prune \
  -o -type f -print | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum)
packages=$(sha256sum package.json package-lock.json)
if [ ! -d node_modules ] || [ "$(cat target/packages.stamp 2>/dev/null || true)" != "$packages" ]; then
  npm ci --no-progress
  printf '%s\n' "$packages" >target/packages.stamp
fi
if [ ! -f target/dist/index.html ] || [ "$(cat target/inputs.stamp 2>/dev/null || true)" != "$inputs" ]; then
  npm run lint
  npm run build
  printf '%s\n' "$inputs" >target/inputs.stamp
fi
