# shellcheck shell=bash
# `./carom bench`: measures something beside a C program that does the same, in one run. Sourced by the launcher.

run_bench() {
  case "$#/${1:-}" in
    1/probes) ;;
    1/--help) bench_help; return ;;
    *) usage_error "bench takes probes, or --help" ;;
  esac
  is_root || missing "the benchmark's hosts are network namespaces, and only root can make them: run it as root."
  require_prerequisites
  rm -f agent/daemon/target/evidence/probes.md
  mkdir -p target
  say "Measuring the probes (the log is target/bench.log)"
  if maven verify -pl agent/daemon -am -Dcarom.test.excludedGroups= -Dtest=none -Dit.test=ProbeCostIT \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false >target/bench.log 2>&1; then
    write_bench docs/evidence/probes.md agent/daemon/target/evidence/probes.md
  else
    grep -E '^\[ERROR\]' target/bench.log | head -20 >&2
    printf 'carom: the probes do not hold what docs/health.md says of them\n'
    exit 1
  fi
}

# shellcheck disable=SC2016 # the backticks are Markdown
write_bench() {
  {
    printf '# The cost of probes\n\nWritten by the run itself.\n\n| | |\n|---|---|\n'
    printf '| command | `./carom bench probes` |\n| commit | %s |\n' "$(commit_name)"
    printf '| kernel | %s |\n| cores | %s |\n| when | %s |\n\n' "$(uname -r)" "$(nproc)" "$(date --utc +%FT%TZ)"
    cat "$2"
  } >"$1"
  sed -n '/^## /,$p' "$1" | grep '^| [A-Zir]'
}

bench_help() {
  cat <<'END'
Usage: ./carom bench probes

5,000 TCP probes a second through a VIP to 50 backends, by the agent's health checks and by a C program on epoll that
makes the same connections from the same source ports; then HTTP and HTTPS. Measured is the CPU time of each process.
Writes docs/evidence/probes.md.
END
}
