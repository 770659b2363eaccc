# shellcheck shell=bash
# The launcher itself: usage, exit codes, and what it says when something is missing.
# Nothing here installs or builds: each missing thing is missing from a PATH made for the test.
# shellcheck disable=SC2154 # $written comes from expect_exit

carom=$REPOSITORY/carom

# A PATH with the shell's own tools alone, and a machine that offers no packages and no JDK.
bare_machine() {
  local tool
  mkdir -p bin jvm
  for tool in bash sh cat dirname readlink sed grep sort env mkdir chmod rm comm cut xargs; do
    ln -s "$(command -v "$tool")" bin/
  done
  stub id 'echo 1000'
  stub apt-cache ''
  export PATH=$PWD/bin CAROM_JVM_DIRECTORY=$PWD/jvm CAROM_SYSTEM_PATH='' JAVA_HOME=''
}

stub() {
  printf '#!/bin/sh\n%s\n' "$2" >"bin/$1"
  chmod +x "bin/$1"
}

# What the Debian packages on the launcher's list are known by, libraries apart.
needed_commands() { sed -n -e '/^#/d' -e '/[.]so/d' -e 's/^[^ ]*  *//p' "$REPOSITORY/lab/src/main/sh/debian-packages.txt"; }

fake_jdk() {
  mkdir -p "jvm/$1/bin"
  printf 'JAVA_VERSION="%s"\n' "$1" >"jvm/$1/release"
  printf '#!/bin/sh\n' >"jvm/$1/bin/javac"
  chmod +x "jvm/$1/bin/javac"
}

test_help_lists_every_command() {
  local command
  expect_exit 0 "$carom" help
  for command in 'demo \[--once\]' 'test \[--slow\] \[--engine\] \[--only TAG\]' up 'fuzz --minutes N' 'bench probes' 'bench api \[--quick\]' 'lab up | down | status | exec' package --version; do
    expect_written "$command"
  done
}

test_version_is_that_of_the_build() {
  expect_exit 0 "$carom" --version
  expect_written '^carom [0-9]*\.[0-9]*\.[0-9]*'
}

test_wrong_usage_exits_2_and_names_the_help() {
  expect_exit 2 "$carom"
  expect_exit 2 "$carom" no-such-command
  expect_written "there is no command 'no-such-command'; ./carom help"
  expect_exit 2 "$carom" demo --twice
  expect_exit 2 "$carom" demo --once --once
  expect_exit 2 "$carom" test --only
  expect_exit 2 "$carom" test --fast
  expect_exit 2 "$carom" fuzz
  expect_exit 2 "$carom" fuzz --minutes 0
  expect_exit 2 "$carom" bench
  expect_exit 2 "$carom" bench everything
  expect_exit 2 "$carom" fuzz --minutes ten
  expect_exit 2 "$carom" up now
  expect_exit 2 "$carom" lab
  expect_exit 2 "$carom" lab up twice
  expect_exit 2 "$carom" lab exec client
}

test_the_benchmarks_help_says_what_it_compares() {
  expect_exit 0 "$carom" bench --help
  expect_written 'Usage: ./carom bench probes'
}

test_the_fuzzers_help_says_what_it_feeds() {
  expect_exit 0 "$carom" fuzz --help
  expect_written 'Usage: ./carom fuzz --minutes N'
}

test_it_works_from_any_directory_and_through_a_link() {
  ln -s "$carom" link-to-carom
  expect_exit 0 ./link-to-carom --version
}

test_a_missing_jdk_exits_3_with_one_sentence_that_says_where_it_looked() {
  bare_machine
  fake_jdk 17.0.15
  expect_exit 3 "$carom" demo
  expect_equal 1 "$(grep -c '' <<<"$written")"
  expect_written "a JDK 25 is missing: neither JAVA_HOME, nor $PWD/jvm, nor PATH has one"
  expect_written 'this Debian release has no such package'
}

test_a_user_is_told_the_package_that_brings_a_jdk() {
  bare_machine
  stub apt-cache 'echo "  Candidate: 25.0.1+8-1"'
  expect_exit 3 "$carom" up
  expect_written 'as root this installs it: apt-get install openjdk-25-jdk-headless'
}

test_a_missing_or_old_node_exits_3() {
  bare_machine
  fake_jdk 25.0.1
  expect_exit 3 "$carom" test
  expect_written 'Node.js 20.19.0 or newer with npm is missing: PATH has none'
  stub npm ''
  stub node 'echo v18.20.4'
  stub apt-cache 'echo "  Candidate: 18.20.4+dfsg-1~deb12u1"'
  expect_exit 3 "$carom" test
  expect_written 'PATH has v18.20.4, and this Debian release has no such package'
}

test_a_user_is_told_the_command_that_installs_missing_packages() {
  bare_machine
  fake_jdk 25.0.1
  stub npm ''
  stub node 'echo v20.19.2'
  stub ldconfig ''
  stub jq ''
  expect_exit 3 "$carom" demo
  expect_written 'as root this installs them: apt-get install maven libpcap0.8 iproute2'
  ! grep -q ' jq' <<<"$written" || fail "jq is there and need not be installed: $written"
}

test_a_user_without_namespaces_is_told_so_before_anything_is_built() {
  local tool
  bare_machine
  fake_jdk 25.0.1
  stub node 'echo v20.19.2'
  stub ldconfig 'echo "	libpcap.so.0.8 (libc6,x86-64) => there"'
  for tool in npm $(needed_commands); do stub "$tool" 'exit 9'; done
  stub unshare 'exit 1'
  expect_exit 3 "$carom" demo
  expect_written 'this user is not root and may make no user namespaces'
  expect_exit 3 "$carom" lab up
  expect_written 'only root can'
}

test_an_install_starts_no_service_and_leaves_no_policy_behind() {
  local seen=$PWD/seen
  bare_machine
  export CAROM_POLICY_RC=$PWD/policy-rc.d
  stub id 'echo 0'
  stub apt-cache 'echo "  Candidate: 25.0.1+8-1"'
  stub apt-get "[ \"\$1\" = update ] || { $CAROM_POLICY_RC; echo \"policy \$?\" >$seen; }"
  stub systemctl "case \$1 in disable) echo \"\$*\" >>$seen ;;
    *) echo 'ssh.service enabled'; [ ! -e $seen ] || echo 'new.service enabled' ;; esac"
  expect_exit 3 "$carom" demo
  expect_equal $'policy 101\ndisable --quiet new.service' "$(cat "$seen")"
  [ ! -e "$CAROM_POLICY_RC" ] || fail "the policy that keeps services from starting is still there"
}

test_shell_scripts_are_clean() {
  cd "$REPOSITORY" || exit 1
  mapfile -t scripts < <(find . \( -name target -o -name node_modules -o -name .git -o -name .carom \) -prune -o -type f -print0 |
    xargs -0 grep -lE '^#(!.*\b(ba)?sh$| shellcheck shell)')
  [ ${#scripts[@]} -ge 5 ] || fail "found only ${#scripts[@]} scripts"
  expect_exit 0 shellcheck -x "${scripts[@]}"
}
