#!/bin/sh
# Installs the tests' npm packages when the lock file changed since.
set -eu
cd "$(dirname "$0")/.."
state=$(cat package-lock.json .npmrc | sha256sum)
if [ -d node_modules ] && [ "$(cat target/packages.stamp 2>/dev/null || true)" = "$state" ]; then
  exit 0
fi
npm ci --no-progress --loglevel=error
mkdir -p target
printf '%s\n' "$state" >target/packages.stamp
