# shellcheck shell=bash
# `./carom test --engine`: a Docker engine of this run's own, so that the database tests run in containers.
# It has its own data, socket and bridge, touches no firewall and pulls nothing: the image is made here, from Debian.
# Sourced by the launcher.

ENGINE=$PWD/.carom/engine
ENGINE_BRIDGE=carom-engine
ENGINE_SUBNET=172.31.255.1/24
# What the tests ask for; the PostgreSQL inside is Debian's own.
ENGINE_IMAGE=postgres:18

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
  docker image inspect "$ENGINE_IMAGE" >/dev/null 2>&1 || make_image
}

make_image() {
  local root=$ENGINE/root site release
  say "Making the image $ENGINE_IMAGE from Debian's packages"
  # shellcheck disable=SC2016 # apt fills these in
  read -r site release < <(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages')
  rm -rf "$root"
  debootstrap --variant=minbase --include=postgresql "$release" "$root" "$site" >"$ENGINE/debootstrap.log" 2>&1 ||
    missing "debootstrap could not make the image; its log is .carom/engine/debootstrap.log."
  install -m 755 "$LAUNCHER_SCRIPTS/postgres-entrypoint" "$root/usr/local/bin/"
  tar -C "$root" -c . | docker import \
    --change 'ENTRYPOINT ["postgres-entrypoint"]' --change 'CMD ["postgres"]' --change 'EXPOSE 5432' \
    - "$ENGINE_IMAGE" >/dev/null
  rm -rf "$root"
}

# The image stays in .carom for the next run; nothing stays on the host.
stop_engine() {
  say "Stopping the Docker engine"
  docker ps -aq | xargs -r docker rm -f -v >/dev/null
  kill "$ENGINE_PROCESS"
  wait "$ENGINE_PROCESS"
  ip link delete "$ENGINE_BRIDGE"
}
