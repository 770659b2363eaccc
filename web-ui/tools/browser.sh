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
status=0
# However this shell ends, Playwright ends with it; its site then hears the end of its input, and removes itself.
setpriv --pdeathsig TERM node_modules/.bin/playwright test --project "${1:-console}" || status=$?
# A run that ended before its first test has a report without one: that is a failure too.
if [ "$status" != 0 ] && grep -q '<testsuites [^>]*tests="0"' target/reports/TEST-browser.xml; then
  printf '<testsuite><testcase name="console" classname="browser"><failure message="%s"/></testcase></testsuite>\n' \
    "no test ran; target/browser.log tells why" >target/reports/TEST-browser.xml
fi
exit "$status"
