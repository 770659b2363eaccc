# shellcheck shell=bash
# `./carom bench`: measures beside what costs least, in one run: a C program's probes, the database's own statements.
# Sourced by the launcher.

run_bench() {
  case "$*" in
    probes) bench_probes ;;
    api | 'api --quick') bench_api "${@:2}" ;;
    --help) bench_help ;;
    *) usage_error "bench takes probes, api, api --quick, or --help" ;;
  esac
}

require_bench() {
  is_root || missing "the benchmark's hosts are network namespaces, and only root can make them: run it as root."
  require_prerequisites
  mkdir -p target
}

bench_probes() {
  require_bench
  rm -f agent/daemon/target/evidence/probes.md
  say "Measuring the probes (the log is target/bench.log)"
  if maven verify -pl agent/daemon -am -Dcarom.test.excludedGroups= -Dtest=none -Dit.test=ProbeCostIT \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false >target/bench.log 2>&1; then
    write_bench probes 'The cost of probes' 'bench probes' agent/daemon/target/evidence/probes.md
  else
    grep -E '^\[ERROR\]' target/bench.log | head -20 >&2
    printf 'carom: the probes do not hold what docs/health.md says of them\n'
    exit 1
  fi
}

# One caller asks more often than a person or a script does.
bench_api() {
  require_bench
  require_build
  rm -f target/bench-api.md
  say "Measuring the API; the lab's logs are where it says"
  CAROM_LIMITS_REQUESTSPERSECOND=100000 CAROM_LIMITS_BURST=100000 \
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "lab/bench/target/carom-bench-0.1.0-SNAPSHOT.jar:lab/bench/target/lib/*" \
    dev.carom.bench.ApiBench target/bench-api.md "$@" || {
    printf 'carom: the API does not hold its ratios\n'
    exit 1
  }
  # A tenth of the size is no evidence.
  [ $# != 0 ] || write_bench api 'The speed of the API' 'bench api' target/bench-api.md
}

# Arguments: the name of the evidence, its title, the command, the figures.
# shellcheck disable=SC2016 # the backticks are Markdown
write_bench() {
  local evidence=docs/evidence/$1.md
  {
    printf '# %s\n\nWritten by the run itself.\n\n| | |\n|---|---|\n' "$2"
    printf '| command | `./carom %s` |\n| commit | %s |\n' "$3" "$(commit_name)"
    printf '| kernel | %s |\n| cores | %s |\n| when | %s |\n\n' "$(uname -r)" "$(nproc)" "$(date --utc +%FT%TZ)"
    cat "$4"
  } >"$evidence"
  sed -n '/^## /,$p' "$evidence" | grep '^| [A-Zir]'
}

bench_help() {
  cat <<'END'
Usage: ./carom bench probes
       ./carom bench api [--quick]

probes: 5,000 TCP probes a second through a VIP to 50 backends, by the agent's health checks and by a C program on epoll
that makes the same connections from the same source ports; then HTTP and HTTPS. Measured is the CPU time of each
process. Writes docs/evidence/probes.md.

api: the control plane with its database, 10,000 VIPs and 100,000 backends in 51 node groups: pages of lists, single
writes and a plan of 1,000 changes, beside the raw statements; the time from a REST write until two real agents have
verified it on their data path; the time until a group of 1,000 simulated agents has a change, and the CPU time of the
control plane while they report each 10 s. Takes about a quarter of an hour, --quick (a tenth of the configuration) ten
minutes. Writes docs/evidence/api.md, without --quick.
END
}
