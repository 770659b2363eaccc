# shellcheck shell=bash
# `./carom images`: an image of each component, by the Docker engine of this host. Sourced by the launcher.
# Arguments are docker build's own, as in: ./carom images --build-arg RUNTIME_IMAGE=debian:bookworm-slim

IMAGES=(control-plane agent)

run_images() {
  is_there docker || missing "the command docker is missing: install docker.io, or build helm/images/*.Dockerfile elsewhere."
  docker info >/dev/null 2>&1 || missing "no Docker engine answers: start it, or set DOCKER_HOST."
  local component
  for component in "${IMAGES[@]}"; do
    say "Building carom/$component:$(image_version)"
    docker build --file "helm/images/$component.Dockerfile" --tag "carom/$component:$(image_version)" "$@" . ||
      { printf 'carom: the image %s failed to build\n' "$component" >&2; exit 1; }
  done
  docker image ls --filter 'reference=carom/*'
}

# The chart's appVersion, so that it finds what was built here.
image_version() { sed -n 's/^appVersion: //p' helm/carom/Chart.yaml; }
