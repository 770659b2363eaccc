# shellcheck shell=bash
# What the two images run, on an engine whose name is in DOCKER_HOST; `./carom test --engine` builds them first.
# shellcheck disable=SC2154 # $written comes from expect_exit

version=$(sed -n 's/^appVersion: //p' "$REPOSITORY/helm/carom/Chart.yaml")

# Arguments: its name, then docker run's. Ends with the test's subshell.
container() {
  local name=carom-image-test-$1
  trap 'docker rm -f -v "$name" >/dev/null 2>&1' EXIT
  docker run --detach --name "$name" --read-only --tmpfs /tmp --cap-drop ALL "${@:2}" >/dev/null
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

size() { docker image inspect --format '{{.Size}}' "carom/$1:$version"; }

test_control_plane_runs_without_rights_on_a_read_only_file_system() {
  container control-plane --volume /var/lib/carom -e CAROM_INSECURE=1 -e SERVER_ADDRESS=0.0.0.0 \
    -e MANAGEMENT_SERVER_ADDRESS=0.0.0.0 "carom/control-plane:$version"
  await "http://$address:8081/actuator/health/readiness" carom-image-test-control-plane
  await "http://$address:8080/api/v1/session" carom-image-test-control-plane
  [ "$(docker exec carom-image-test-control-plane id -u)" = 10001 ]
}

test_agent_lives_with_the_charts_capabilities() {
  container agent --cap-add NET_RAW --cap-add NET_ADMIN --cap-add BPF --cap-add PERFMON \
    --security-opt no-new-privileges --tmpfs /var/lib/carom/agent --tmpfs /run/carom \
    -e CAROM_NODE_NAME=lb1 -e CAROM_INTERFACES=eth0 -e CAROM_HTTP_BIND=0.0.0.0 "carom/agent:$version"
  await "http://$address:9477/livez" carom-image-test-agent
  docker exec carom-image-test-agent carom-agent status | grep -q 'mode: PCAP'
}

test_images_are_small() {
  printf 'control plane %s, agent %s bytes\n' "$(size control-plane)" "$(size agent)"
  [ "$(size control-plane)" -lt 600000000 ]
  [ "$(size agent)" -lt 300000000 ]
}
