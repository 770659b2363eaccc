# shellcheck shell=bash
# `./carom fuzz`: Jazzer on everything that reads a frame, for as long as asked. Sourced by the launcher.

FUZZ_FOLDER=agent/forwarding/target/fuzz

run_fuzz() {
  local minutes
  case "$#/${1:-}/${2:-}" in
    1/--help/) fuzz_help; return ;;
    2/--minutes/[1-9] | 2/--minutes/[1-9][0-9] | 2/--minutes/[1-9][0-9][0-9]) minutes=$2 ;;
    *) usage_error "fuzz takes --minutes N, 1 to 999, or --help" ;;
  esac
  require_prerequisites
  rm -f "$FUZZ_FOLDER"/*.result
  say "Fuzzing for $minutes minutes (the log is target/fuzz.log)"
  mkdir -p target
  if maven test -pl agent/forwarding -Dtest=FuzzTest "-Dcarom.fuzz.seconds=$((minutes * 60 / 3))" >target/fuzz.log 2>&1; then
    claim_nothing_broke "$minutes"
  else
    grep -E '^\[ERROR\]|failing input' target/fuzz.log | head -20 >&2
    printf 'carom: fuzzing failed; what broke lies in %s\n' "$FUZZ_FOLDER"
    exit 1
  fi
}

claim_nothing_broke() {
  local inputs
  sed 's/^\([^ ]*\) \([^ ]*\) \([^ ]*\)$/  \1: \2 inputs, \3 edges covered/' "$FUZZ_FOLDER"/*.result
  inputs=$(($(cut -d ' ' -f 2 "$FUZZ_FOLDER"/*.result | paste -sd +)))
  printf 'Nothing broke: %s inputs in %s minutes, no exception, no access out of bounds, none that took forever\n' \
    "$inputs" "$1"
}

fuzz_help() {
  cat <<'END'
Usage: ./carom fuzz --minutes N

Feeds the forwarding core with frames that Jazzer makes up, guided by what they cover and beginning with the golden
packets: whole frames, ARP and neighbour discovery, the packets that ICMP errors quote. Each has a third of the time.
What it learns is kept in agent/forwarding/target/fuzz for the next run; an input that breaks something is left there.
END
}
