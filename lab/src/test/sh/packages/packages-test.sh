# shellcheck shell=bash
# What the Debian packages leave on a host, in a copy of a fresh Debian that vanishes with the test.
# PACKAGES_BASE is that Debian; `./carom test --only packages` makes it and the packages first.
# shellcheck disable=SC2154 # $written comes from expect_exit

# Runs a test's body as root of its own mounts, processes and network, with a Debian in ./root that is thrown away.
# shellcheck disable=SC2016,SC2163 # for the inner shell; $1 names a function
in_fresh_debian() {
  export -f in_root files install_package purge_package expect_exit expect_written expect_equal fail "$1"
  unshare --mount --pid --fork --net --kill-child bash -eu -c '
    mkdir layers root
    mount -t tmpfs tmpfs layers
    mkdir layers/upper layers/work
    mount -t overlay overlay -o "lowerdir=$PACKAGES_BASE,upperdir=layers/upper,workdir=layers/work" root
    mount -t proc proc root/proc
    mount --rbind /dev root/dev
    ip link set lo up
    files >before
    '"$1"
}

in_root() { chroot root "$@"; }

# Every file, but what dpkg writes for itself, and the copies that adduser keeps.
files() {
  (cd root && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./run -o -path ./var/log -o -path ./var/lib/dpkg \
    -o -path ./var/cache -o -path './etc/*-' -o -path ./etc/.pwd.lock \) -prune -o -print) | LC_ALL=C sort
}

install_package() {
  cp "$REPOSITORY"/target/packages/"$1"_*.deb root/tmp/package.deb
  expect_exit 0 in_root dpkg --install /tmp/package.deb
  expect_exit 0 in_root systemd-analyze verify "/usr/lib/systemd/system/$1.service"
  expect_equal '' "$(grep "$1" <<<"$written" || true)"
}

purge_package() {
  expect_exit 0 in_root dpkg --purge "$1"
  files >after
  expect_equal '' "$(diff before after || true)"
}

agent_package() {
  install_package carom-agent
  expect_exit 0 in_root carom-agent --version
  expect_written '0\.1'
  expect_equal '600 root' "$(in_root stat --format '%a %U' /etc/carom/agent.yaml)"
  mkdir -p root/var/lib/carom/agent
  purge_package carom-agent
}

control_plane_package() {
  install_package carom-control-plane
  expect_equal '600 root' "$(in_root stat --format '%a %U' /etc/carom/control-plane.env)"
  in_root install -d -o carom -g carom -m 700 /var/lib/carom /var/lib/carom/control-plane
  chroot root setpriv --reuid carom --regid carom --init-groups --inh-caps=-all --bounding-set=-all \
    env CAROM_DATA_DIR=/var/lib/carom/control-plane carom-control-plane >log 2>&1 &
  local attempt
  for attempt in $(seq 240); do
    curl --silent --fail --max-time 2 http://127.0.0.1:8081/actuator/health/readiness >answer && break
    sleep 0.5
  done
  grep -q '"UP"' answer || fail "not ready after $attempt attempts: $(tail -20 log)"
  kill $!
  wait $! || true
  in_root test -d /var/lib/carom/control-plane/postgres || fail "$(in_root ls -l /var/lib/carom/control-plane)"
  purge_package carom-control-plane
}

test_agent_package_installs_runs_and_leaves_nothing() { in_fresh_debian agent_package; }

test_control_plane_package_installs_serves_and_leaves_nothing() { in_fresh_debian control_plane_package; }

# shellcheck disable=SC2016 # the backticks are Markdown
test_packages_are_small() {
  local package
  for package in "$REPOSITORY"/target/packages/*.deb; do
    printf '| `%s` | %d | %d |\n' "$(basename "$package")" $(($(stat --format %s "$package") / 1000000)) \
      $(($(dpkg-deb --field "$package" Installed-Size) / 1000))
    [ "$(stat --format %s "$package")" -lt 250000000 ]
  done >"$REPOSITORY/target/package-sizes"
}
