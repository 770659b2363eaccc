#!/bin/sh
# The console in Debian's Chromium against the built jar, a real database and a real lab; its report counts.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target/reports
if [ "$(id -u)" != 0 ]; then
  printf '<testsuite><testcase name="console" classname="browser"><skipped message="%s"/></testcase></testsuite>\n' \
    "makes network namespaces, which user $(id -u) may not: run it as root" >target/reports/TEST-browser.xml
  exit 0
fi
exec node_modules/.bin/playwright test --project "${1:-console}"
