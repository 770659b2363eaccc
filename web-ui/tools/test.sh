#!/bin/sh
# The types must be those of the control plane's document, then Vitest; its report counts where failures are ignored.
set -eu
cd "$(dirname "$0")/.."
status=0
npm run --silent generated-types -- -o target/schema.d.ts >/dev/null
cmp target/schema.d.ts src/shared/api/schema.d.ts || {
  echo "src/shared/api/schema.d.ts is not of control-plane/openapi.yaml: run npm run generate" >&2
  exit 1
}
# The document is right by OpenAPI's own rules.
REDOCLY_TELEMETRY=off npx --no-install redocly lint --config redocly.yaml ../control-plane/openapi.yaml || {
  echo "control-plane/openapi.yaml breaks rules of redocly.yaml" >&2
  exit 1
}
npm test || status=$?
[ "${CAROM_TEST_FAILURE_IGNORE:-}" = true ] && [ -f target/reports/TEST-vitest.xml ] || exit "$status"
