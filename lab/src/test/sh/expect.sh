# shellcheck shell=bash
# What the shell tests say of a command. A failed expectation ends the test.

# expect_exit CODE COMMAND…: leaves what the command wrote in $written.
expect_exit() {
  local wanted=$1 got
  shift
  got=0
  written=$("$@" 2>&1 </dev/null) || got=$?
  [ "$got" = "$wanted" ] || fail "'$*' exited $got, not $wanted; it wrote: $written"
}

expect_written() { grep -q -e "$1" <<<"$written" || fail "expected '$1' in: $written"; }

expect_equal() { [ "$1" = "$2" ] || fail "expected '$1', got '$2'"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}
