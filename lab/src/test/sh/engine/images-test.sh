# shellcheck shell=bash
# What the two images run, on an engine whose name is in DOCKER_HOST; `./carom test --engine` builds them first.
# shellcheck disable=SC2154 # $written comes from expect_exit

version=$(sed -n 's/^appVersion: //p' "$REPOSITORY/helm/carom/Chart.yaml")

# Arguments: its name, then docker run's. Ends with the test's subshell.
container() {
  local name=carom-image-test-$1
  # shellcheck disable=SC2064 # the name is this test's
  trap "docker rm -f -v $name >/dev/null 2>&1" EXIT
  expect_exit 0 docker run --detach --name "$name" --read-only --tmpfs /tmp --cap-drop ALL "${@:2}"
  address=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' "$name")
}

await() {
  local attempt
  for attempt in $(seq 120); do
    if curl --silent --fail --max-time 2 "$1"; then return 0; fi
    sleep 0.5
  done
  echo "$1 did not answer in $attempt attempts" >&2
  docker logs "${2:-}" 2>&1 | tail -20 >&2
  return 1
}

# The main process: its seccomp mode (2: a filter) and effective capabilities, and whether it can write where it stands.
expect_confined() {
  docker exec "$1" cat /proc/1/status >status
  grep -q '^Seccomp:[[:space:]]2$' status || fail "no seccomp profile: $(grep Seccomp status)"
  grep -q "^CapEff:[[:space:]]$2\$" status || fail "capabilities: $(grep CapEff status)"
  expect_exit 1 docker exec "$1" touch /usr/lib/carom/written
  expect_written 'Read-only file system'
}

size() { docker image inspect --format '{{.Size}}' "carom/$1:$version"; }

# AOTMode=on: with an archive of classes that does not fit its Java it does not start at all.
test_control_plane_runs_without_rights_on_a_read_only_file_system() {
  container control-plane --volume /var/lib/carom -e CAROM_INSECURE=1 -e SERVER_ADDRESS=0.0.0.0 \
    -e JAVA_TOOL_OPTIONS=-XX:AOTMode=on -e MANAGEMENT_SERVER_ADDRESS=0.0.0.0 "carom/control-plane:$version"
  await "http://$address:8081/actuator/health/readiness" carom-image-test-control-plane || exit 1
  await "http://$address:8080/api/v1/session" carom-image-test-control-plane || exit 1
  expect_equal 10001 "$(docker exec carom-image-test-control-plane id -u)"
  expect_confined carom-image-test-control-plane 0000000000000000
}

test_agent_lives_with_the_charts_capabilities() {
  # NET_RAW and NET_ADMIN, and where the engine knows them BPF and PERFMON (Debian 12's does not).
  local capabilities=(--cap-add NET_RAW --cap-add NET_ADMIN) effective=0000000000003000
  if docker create --name carom-image-test-capability --cap-add BPF "carom/agent:$version" >/dev/null 2>&1; then
    docker rm carom-image-test-capability >/dev/null
    capabilities+=(--cap-add BPF --cap-add PERFMON)
    effective=000000c000003000
  fi
  container agent "${capabilities[@]}" --security-opt no-new-privileges --tmpfs /var/lib/carom/agent --tmpfs /run/carom \
    -e JAVA_TOOL_OPTIONS=-XX:AOTMode=on -e CAROM_NODE_NAME=lb1 -e CAROM_INTERFACES=eth0 -e CAROM_HTTP_BIND=0.0.0.0 \
    "carom/agent:$version"
  await "http://$address:9477/livez" carom-image-test-agent || exit 1
  expect_exit 0 docker exec carom-image-test-agent carom-agent status
  expect_written 'mode: PCAP'
  expect_confined carom-image-test-agent $effective
}

# shellcheck disable=SC2016 # the backticks are Markdown
test_images_are_small() {
  printf '| `carom/%s` | %d |\n' agent $(($(size agent) / 1000000)) control-plane $(($(size control-plane) / 1000000)) \
    >"$REPOSITORY/target/image-sizes"
  [ "$(size control-plane)" -lt 600000000 ] || fail "the control plane's image has $(size control-plane) bytes"
  [ "$(size agent)" -lt 300000000 ] || fail "the agent's image has $(size agent) bytes"
}
