# shellcheck shell=bash
# What a run with the slow tests or the whole console leaves to be committed, in docs/evidence. Sourced by the launcher.

EVIDENCE=docs/evidence/slow-tests.md

# The command that ran, as its words.
write_evidence() {
  mkdir -p "${EVIDENCE%/*}"
  {
    evidence_head 'The slow tests' "$@"
    printf '\n| test class | tests | failed | skipped | seconds |\n|---|---|---|---|---|\n'
    suites | LC_ALL=C sort
    fragments
  } >"$EVIDENCE"
}

# The whole console in Chromium: a row for each file of tests.
# shellcheck disable=SC2016 # the backticks are Markdown
write_browser_evidence() {
  local suite
  mkdir -p "${EVIDENCE%/*}"
  {
    evidence_head 'The console in Chromium' "$@"
    printf '\n| file | tests | failed | skipped | seconds |\n|---|---|---|---|---|\n'
    grep -o '<testsuite [^>]*>' web-ui/target/reports/TEST-browser.xml | while IFS= read -r suite; do
      printf '| `%s` | %s | %s | %s | %s |\n' "$(attribute name "$suite")" "$(attribute tests "$suite")" \
        "$(attribute failures "$suite")" "$(attribute skipped "$suite")" "$(attribute time "$suite")"
    done
  } >"${EVIDENCE%/*}/browser.md"
}

# Arguments: the title, then the command that ran.
# shellcheck disable=SC2016 # the backticks are Markdown
evidence_head() {
  printf '# %s\n\nWritten by the run itself.\n\n' "$1"
  shift
  printf '| | |\n|---|---|\n'
  printf '| command | `%s` |\n| commit | %s |\n' "$*" "$(commit_name)"
  printf '| kernel | %s |\n| cores | %s |\n| when | %s |\n' "$(uname -r)" "$(nproc)" "$(date --utc +%FT%TZ)"
  printf '| result | %s |\n' "$(tail -1 target/totals.txt)"
}

commit_name() {
  local changes=''
  git diff --quiet HEAD -- ':!docs/evidence' 2>/dev/null || changes=' with changes'
  printf '%s%s' "$(git rev-parse HEAD 2>/dev/null || printf 'unknown')" "$changes"
}

# One row for each class that ran a test; the attributes stand in any order.
# shellcheck disable=SC2016 # as above
suites() {
  local report suite
  find . -name node_modules -prune -o -path '*/target/*-reports/TEST-*.xml' -print | while IFS= read -r report; do
    suite=$(tr '\n' ' ' <"$report" | grep -o '<testsuite [^>]*>' | head -1)
    printf '| `%s` | %s | %s | %s | %s |\n' "$(attribute name "$suite")" "$(attribute tests "$suite")" \
      "$(($(attribute failures "$suite") + $(attribute errors "$suite")))" "$(attribute skipped "$suite")" "$(attribute time "$suite")"
  done | grep -v ' | 0 | 0 | 0 | '
}

# Nothing where a runner leaves the attribute out: 0.
attribute() {
  local value
  value=$(sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p" <<<"$2")
  printf '%s' "${value:-0}"
}

# Figures that a test measured: it writes them as Markdown to target/evidence of its module.
fragments() {
  local fragment
  for fragment in agent/*/target/evidence/*.md control-plane/target/evidence/*.md lab/target/evidence/*.md; do
    [ ! -e "$fragment" ] || { printf '\n'; cat "$fragment"; }
  done
}

# The sizes of what is handed out, as its test measured them. Arguments: the name, the table's head, the file of its rows.
# shellcheck disable=SC2016,SC2059 # as above; the head holds the line breaks
write_sizes() {
  [ -s "$3" ] || return 0
  mkdir -p "${EVIDENCE%/*}"
  {
    printf '# Sizes of %s\n\nWritten by `./carom test` for commit %s.\n\n' "$1" "$(commit_name)"
    printf "$2"
    cat "$3"
  } >"${EVIDENCE%/*}/$1.md"
}
