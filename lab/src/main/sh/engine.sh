# shellcheck shell=bash
# `./carom test --engine`: a Docker engine of this run's own, so that the database tests run in containers.
# It has its own data, socket and bridge, touches no firewall and pulls nothing: the image is made here, from Debian.
# Sourced by the launcher.

ENGINE=$PWD/.carom/engine
ENGINE_BRIDGE=carom-engine
ENGINE_SUBNET=172.31.255.1/24
# What the tests ask for; the PostgreSQL inside is Debian's own.
ENGINE_IMAGE=postgres:18
RUNTIME_BASE=carom-base/runtime:slim
BUILD_BASE=carom-base/build:local

start_engine() {
  is_root || missing "a Docker engine needs root: run it as root."
  if ! is_there dockerd || ! is_there debootstrap; then
    apt_update
    apt_install docker.io debootstrap
  fi
  trap stop_engine EXIT
  trap 'exit 130' INT TERM
  mkdir -p "$ENGINE"
  ip link show "$ENGINE_BRIDGE" >/dev/null 2>&1 || ip link add "$ENGINE_BRIDGE" type bridge
  ip address replace "$ENGINE_SUBNET" dev "$ENGINE_BRIDGE"
  ip link set "$ENGINE_BRIDGE" up
  export DOCKER_HOST=unix://$ENGINE/docker.sock
  export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  say "Starting a Docker engine (its log is .carom/engine/log)"
  dockerd --host "$DOCKER_HOST" --data-root "$ENGINE/data" --exec-root "$ENGINE/exec" --pidfile "$ENGINE/pid" \
    --bridge "$ENGINE_BRIDGE" --iptables=false --ip6tables=false --ip-masq=false >"$ENGINE/log" 2>&1 </dev/null &
  ENGINE_PROCESS=$!
  for _ in $(seq 60); do
    if docker info >/dev/null 2>&1; then break; fi
    sleep 0.5
  done
  docker info >/dev/null 2>&1 || missing "the Docker engine does not answer; its log is .carom/engine/log."
}

# What the database tests run in.
make_image() {
  ! docker image inspect "$ENGINE_IMAGE" >/dev/null 2>&1 || return 0
  say "Making the image $ENGINE_IMAGE from Debian's packages"
  debian_root postgresql
  install -m 755 "$LAUNCHER_SCRIPTS/postgres-entrypoint" "$ENGINE/root/usr/local/bin/"
  import_root "$ENGINE_IMAGE" \
    --change 'ENTRYPOINT ["postgres-entrypoint"]' --change 'CMD ["postgres"]' --change 'EXPOSE 5432'
}

# This host's release, with the packages of a comma-separated list, in $ENGINE/root.
debian_root() {
  local site release
  # shellcheck disable=SC2016 # apt fills these in
  read -r site release < <(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages')
  rm -rf "$ENGINE/root"
  debootstrap --variant=minbase --include="$1" "$release" "$ENGINE/root" "$site" >"$ENGINE/debootstrap.log" 2>&1 ||
    missing "debootstrap could not make the image; its log is .carom/engine/debootstrap.log."
}

# Arguments: the image's name, then docker import's options.
import_root() {
  tar -C "$ENGINE/root" -c . | docker import "${@:2}" - "$1" >/dev/null
  rm -rf "$ENGINE/root"
}

# What the images are built on where no registry is: this host's release, its JDK and Node, and the authorities it trusts.
make_bases() {
  docker image inspect "$RUNTIME_BASE" >/dev/null 2>&1 || {
    say "Making the image $RUNTIME_BASE from Debian's packages"
    debian_root ca-certificates
    # As Debian's own slim images do.
    find "$ENGINE/root/usr/share" -mindepth 2 -type f \( -path '*/share/doc/*' ! -name copyright -o -path '*/share/man/*' \
      -o -path '*/share/locale/*' -o -path '*/share/info/*' \) -delete
    rm -rf "$ENGINE/root/var/cache/apt" "$ENGINE/root"/var/lib/apt/lists/*
    import_root "$RUNTIME_BASE"
  }
  docker image inspect "$BUILD_BASE" >/dev/null 2>&1 && return
  say "Making the image $BUILD_BASE from Debian's packages, this host's JDK and Node"
  debian_root ca-certificates,maven
  cp -a --parents "$JAVA_HOME" "$ENGINE/root/"
  ln -sf "$JAVA_HOME/bin/javac" "$ENGINE/root/usr/local/bin/javac"
  cp -a /etc/ssl/certs/. "$ENGINE/root/etc/ssl/certs/"
  copy_node
  import_root "$BUILD_BASE" --change "ENV JAVA_HOME=$JAVA_HOME" \
    --change 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt'
}

copy_node() {
  local node npm
  node=$(readlink -f "$(command -v node)")
  npm=$(readlink -f "$(command -v npm)")
  install -D -m 755 "$node" "$ENGINE/root/usr/local/bin/node"
  mkdir -p "$ENGINE/root/usr/local/lib/node_modules"
  cp -aL "${npm%/bin/npm-cli.js}" "$ENGINE/root/usr/local/lib/node_modules/npm"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$ENGINE/root/usr/local/bin/npm"
  ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$ENGINE/root/usr/local/bin/npx"
}

# Builds both images on them, and tests what they run.
test_images() {
  mkdir -p target
  make_bases
  say "Building the images (the log is target/images.log)"
  run_images --network host --build-arg "BUILD_IMAGE=$BUILD_BASE" --build-arg "RUNTIME_IMAGE=$RUNTIME_BASE" \
    >target/images.log 2>&1 || { tail -20 target/images.log >&2; return 1; }
  tail -4 target/images.log
  "$LAUNCHER_SCRIPTS/../../test/sh/run" "$PWD/target/shell-reports" engine
  write_sizes images '| image | MB |\n|---|---|\n' target/image-sizes
}

# The image stays in .carom for the next run; nothing stays on the host.
stop_engine() {
  say "Stopping the Docker engine"
  docker ps -aq | xargs -r docker rm -f -v >/dev/null
  kill "$ENGINE_PROCESS"
  wait "$ENGINE_PROCESS"
  # The engine leaves the name of its own network namespace mounted.
  umount "$ENGINE/exec/netns/default" 2>/dev/null
  ip link delete "$ENGINE_BRIDGE"
}
