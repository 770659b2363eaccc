# shellcheck shell=bash
# Finds or installs what Carom needs on a Debian host. Sourced by the launcher.
# The launcher's tests point these two elsewhere.
: "${CAROM_JVM_DIRECTORY:=/usr/lib/jvm}"
: "${CAROM_POLICY_RC:=/usr/sbin/policy-rc.d}"

MINIMUM_NODE=20.19.0

say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

# Ends the launcher with one sentence that says what is missing.
missing() {
  printf 'carom: %s\n' "$*" >&2
  exit 3
}

is_root() { [ "$(id -u)" = 0 ]; }

require_prerequisites() {
  require_jdk
  require_node
  require_debian_packages
}

require_jdk() {
  JAVA_HOME=$(find_jdk) || {
    install_if_offered openjdk-25-jdk-headless
    JAVA_HOME=$(find_jdk) ||
      missing "a JDK 25 is missing: neither JAVA_HOME, nor $CAROM_JVM_DIRECTORY, nor PATH has one$(how_to_install openjdk-25-jdk-headless)."
  }
  export JAVA_HOME
}

find_jdk() {
  local candidate in_path
  in_path=$(readlink -f "$(command -v javac)") || true
  for candidate in "${JAVA_HOME:-}" "$CAROM_JVM_DIRECTORY"/* "${in_path%/bin/javac}"; do
    if [ -x "$candidate/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$candidate/release" 2>/dev/null; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

require_node() {
  has_node && return
  install_if_offered nodejs "$MINIMUM_NODE" npm
  has_node || missing "Node.js $MINIMUM_NODE or newer with npm is missing: PATH has $(node --version 2>/dev/null || echo none)$(how_to_install nodejs "$MINIMUM_NODE" npm)."
}

has_node() {
  local found
  found=$(node --version 2>/dev/null) && command -v npm >/dev/null && at_least "$MINIMUM_NODE" "${found#v}"
}

at_least() { printf '%s\n%s\n' "$1" "$2" | sort -C -V; }

# The version apt would install, without its epoch and Debian revision; nothing when it has no such package.
offered() {
  apt-cache policy "$1" 2>/dev/null |
    sed -n -e 's/^ *Candidate: *//p' | sed -e '/(none)/d' -e 's/^[0-9]*://' -e 's/[-+~].*//'
}

# Arguments: package, its minimum version or nothing, more packages to install with it.
is_offered() {
  local version
  version=$(offered "$1")
  [ -n "$version" ] && at_least "${2:-0}" "$version"
}

install_if_offered() {
  is_root || return 0
  apt_update
  if is_offered "$1" "${2:-}"; then
    apt_install "$1" "${@:3}"
  fi
}

how_to_install() {
  if ! is_root && is_offered "$1" "${2:-}"; then
    printf ', and as root this installs it: apt-get install %s' "$1${3:+ $3}"
  else
    printf ', and this Debian release has no such package'
  fi
}

require_debian_packages() {
  local wanted
  wanted=$(missing_debian_packages)
  [ -n "$wanted" ] || return 0
  wanted=${wanted//$'\n'/ }
  is_root || missing "Debian packages are missing; as root this installs them: apt-get install $wanted"
  apt_update
  # shellcheck disable=SC2086 # a list of names
  apt_install $wanted
  wanted=$(missing_debian_packages)
  [ -z "$wanted" ] || missing "installed, yet what they should bring is not there: ${wanted//$'\n'/ }."
}

missing_debian_packages() {
  local package proof
  while read -r package proof; do
    case $package in '' | '#'*) continue ;; esac
    is_there "$proof" || printf '%s\n' "$package"
  done <"$LAUNCHER_SCRIPTS/debian-packages.txt"
}

is_there() {
  case $1 in
    lib*.so*) ldconfig -p | grep -q -F "$1 " ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

apt_update() {
  [ -z "${APT_UPDATED:-}" ] || return 0
  say "Reading Debian's package lists"
  apt-get update -qq >/dev/null || missing "apt-get update failed, so that missing packages cannot be installed."
  APT_UPDATED=1
}

# Installs without starting any service, and leaves none enabled that was not there before.
apt_install() {
  local own_policy='' enabled
  say "Installing $*"
  enabled=$(enabled_units)
  if [ ! -e "$CAROM_POLICY_RC" ]; then
    own_policy=1
    printf '#!/bin/sh\nexit 101\n' >"$CAROM_POLICY_RC"
    chmod +x "$CAROM_POLICY_RC"
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null </dev/null
  local result=$?
  [ -z "$own_policy" ] || rm -f "$CAROM_POLICY_RC"
  comm -13 <(printf '%s\n' "$enabled") <(enabled_units) | xargs -r systemctl disable --quiet 2>/dev/null
  [ $result = 0 ] || missing "apt-get could not install: $*."
}

# Empty where systemd does not run.
enabled_units() {
  systemctl list-unit-files --state=enabled --no-legend --no-pager 2>/dev/null | cut -d ' ' -f 1 | sort
}
