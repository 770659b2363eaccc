# shellcheck shell=bash
# web-ui/tools/browser.sh: what it leaves behind when somebody ends it.

# A console's folder whose Playwright only waits, as while it tests.
waiting_browser_run() {
  mkdir -p web-ui/tools web-ui/node_modules/.bin
  cp "$REPOSITORY/web-ui/tools/browser.sh" web-ui/tools/
  printf '#!/bin/sh\necho $$ >started\nexec sleep 60\n' >web-ui/node_modules/.bin/playwright
  chmod +x web-ui/node_modules/.bin/playwright
}

wait_until() {
  local _
  for _ in $(seq 200); do
    "$@" && return
    sleep 0.1
  done
  fail "not within 20 s: $*"
}

ended() { ! kill -0 "$1" 2>/dev/null; }

ends_playwright_when_it_is_ended_by() {
  [ "$(id -u)" = 0 ] || return 0 # as a user it starts no Playwright at all
  waiting_browser_run
  web-ui/tools/browser.sh &
  local run=$!
  wait_until test -s web-ui/started
  kill "-$1" "$run"
  wait_until ended "$(cat web-ui/started)"
}

test_ends_playwright_when_it_is_terminated() { ends_playwright_when_it_is_ended_by TERM; }

test_ends_playwright_when_it_is_killed() { ends_playwright_when_it_is_ended_by KILL; }
