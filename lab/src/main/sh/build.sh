# shellcheck shell=bash
# Builds what is not built, and runs the tests. Sourced by the launcher, which has found JAVA_HOME.

SOURCES=(pom.xml .mvn agent control-plane db helm lab web-ui)
BUILD_STAMP=target/build.stamp

# Maven 3.8 on JDK 25: its own libraries use what the JDK warns of.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -B -ntp "$@" </dev/null
}

# Names, sizes and times of all that a build reads, without what it writes beside it.
sources_state() {
  local present=() source
  for source in "${SOURCES[@]}"; do
    [ ! -e "$source" ] || present+=("$source")
  done
  find "${present[@]}" \( -name target -o -name node_modules \) -prune -o -type f -printf '%p %s %T@\n' |
    grep -vE '^web-ui/src/app/(theme|globals)\.css ' | LC_ALL=C sort | sha256sum
}

is_built() { [ "$(cat "$BUILD_STAMP" 2>/dev/null)" = "$(sources_state)" ]; }

require_build() {
  local state
  is_built && return
  say "Building Carom (the first time this fetches its libraries; the log is target/build.log)"
  state=$(sources_state)
  mkdir -p target
  maven package -DskipTests >target/build.log 2>&1 & show_progress_of $! target/build.log
  wait $! || {
    grep -E '^\[ERROR\]' target/build.log | head -20 >&2
    printf 'carom: the build failed; all of it is in target/build.log\n' >&2
    exit 1
  }
  printf '%s\n' "$state" >"$BUILD_STAMP"
  say "Built"
}

# Each module's name as Maven comes to it, until the process ends.
show_progress_of() {
  tail --pid="$1" -n +1 -f "$2" 2>/dev/null | while IFS= read -r line; do progress_of "$line"; done
}

progress_of() {
  case $1 in
    '[INFO] Building Carom'*) say "$(sed -e 's/^\[INFO\] //' -e 's/ 0\.1[^ ]*//' -e 's/  */ /g' <<<"$1")" ;;
  esac
}
