# shellcheck shell=bash
# `./carom test`: the shell tests, Maven's on every module, then the one total. Sourced by the launcher.

run_tests() {
  local slow='' only='' engine=''
  MAVEN_EXIT=0
  while [ $# -gt 0 ]; do
    case $1 in
      --slow) slow=--slow ;;
      --engine) engine=1 ;;
      --only) [ $# -ge 2 ] || usage_error "--only needs a tag"; only=$2; shift ;;
      *) usage_error "test does not know '$1'" ;;
    esac
    shift
  done
  require_prerequisites
  forget_old_reports
  [ -n "$only" ] || "$LAUNCHER_SCRIPTS/../../test/sh/run" "$PWD/target/shell-reports"
  if [ -n "$engine" ]; then
    start_engine
    case $only in '' | images) test_images ;; esac
    [ "$only" = images ] || make_image
  fi
  case $only in
    images) ;;
    packages) test_packages ;;
    *) run_maven_tests "$slow" "$only" ;;
  esac
  case $only/$slow in
    browser/* | /--slow) run_browser_tests console ;;
    /) run_browser_tests quick ;;
  esac
  totals "$slow" "$only"
  local result=$?
  case $only/$slow in
    slow/*) write_evidence ./carom test --only slow ;;
    browser/*) write_browser_evidence ./carom test --only browser ;;
    /--slow)
      write_evidence ./carom test --slow
      write_browser_evidence ./carom test --slow
      ;;
  esac
  return $result
}

# A report of an earlier run must not be counted as one of this.
forget_old_reports() {
  find . -name node_modules -prune -o -type d \
    \( -path '*/target/*-reports' -o -path '*/target/reports' -o -path '*/target/evidence' \) -prune -print0 | xargs -0 -r rm -rf
}

# Failures do not stop Maven, so that every module reports; what keeps a module from reporting still ends it non-zero.
run_maven_tests() {
  local options=(--fail-at-end -Dmaven.test.failure.ignore=true) state
  [ -z "$1" ] || options+=(-Dcarom.test.excludedGroups=)
  [ -z "$2" ] || options+=("-Dcarom.test.groups=$2")
  [ "$2" != slow ] || options+=(-Dcarom.test.excludedGroups=)
  state=$(sources_state)
  mkdir -p target
  say "Running Maven's tests (the log is target/test.log)"
  maven verify "${options[@]}" 2>&1 | tee target/test.log | show_test_lines
  MAVEN_EXIT=${PIPESTATUS[0]}
  [ "$MAVEN_EXIT" != 0 ] || printf '%s\n' "$state" >"$BUILD_STAMP"
}

# What they run against is what Maven has just built; without it there is no report, and that is the failure.
run_browser_tests() {
  say "Running the console's tests in Chromium (the log is target/browser.log)"
  web-ui/tools/browser.sh "$1" 2>&1 | tee target/browser.log | grep --line-buffered -E '^ +(✘|[0-9]+ (passed|failed|skipped))' || true
}

show_test_lines() {
  grep --line-buffered -E '^\[INFO\] (Building Carom|BUILD)|Tests run:.* (--|-) in|<<< (FAILURE|ERROR)|^\[ERROR\]' || true
}

totals() {
  local arguments=("$PWD" "$MAVEN_EXIT")
  [ -z "$1" ] || arguments+=(--slow)
  [ -z "$2" ] || arguments+=(--only)
  say "All tests have run"
  "$JAVA_HOME/bin/java" lab/src/main/java/dev/carom/lab/totals/Totals.java "${arguments[@]}" |
    tee target/totals.txt
  return "${PIPESTATUS[0]}"
}
