CREATE TABLE health_monitor (
  id          uuid          PRIMARY KEY,
  name        resource_name NOT NULL UNIQUE,
  labels      jsonb         NOT NULL,
  type        text          NOT NULL CHECK (type IN ('TCP', 'HTTP', 'HTTPS', 'UDP', 'ICMP', 'DNS')),
  path        text          NOT NULL CHECK (path IN ('DSR', 'DIRECT', 'BOTH')),
  interval_ms bigint        NOT NULL CHECK (interval_ms BETWEEN 100 AND 3600000),
  timeout_ms  bigint        NOT NULL CHECK (timeout_ms BETWEEN 10 AND interval_ms),
  rise        int           NOT NULL CHECK (rise BETWEEN 1 AND 100),
  fall        int           NOT NULL CHECK (fall BETWEEN 1 AND 100),
  port        int           NOT NULL CHECK (port BETWEEN 0 AND 65535),
  http        jsonb,
  udp         jsonb,
  version     bigint        NOT NULL,
  created_at  timestamptz   NOT NULL,
  updated_at  timestamptz   NOT NULL,
  CHECK ((http IS NOT NULL) = (type IN ('HTTP', 'HTTPS'))),
  CHECK ((udp IS NOT NULL) = (type = 'UDP'))
);
COMMENT ON COLUMN health_monitor.port IS '0 is the listener''s first port';

CREATE TABLE pool (
  id                      uuid          PRIMARY KEY,
  name                    resource_name NOT NULL UNIQUE,
  labels                  jsonb         NOT NULL,
  algorithm               text          NOT NULL CHECK (algorithm IN ('MAGLEV', 'ROUND_ROBIN', 'LEAST_CONNECTIONS', 'SOURCE_IP')),
  affinity_ipv4_length    int           CHECK (affinity_ipv4_length BETWEEN 0 AND 32),
  affinity_ipv6_length    int           CHECK (affinity_ipv6_length BETWEEN 0 AND 128),
  affinity_timeout_ms     bigint        CHECK (affinity_timeout_ms BETWEEN 1000 AND 604800000),
  all_down_policy         text          NOT NULL CHECK (all_down_policy IN ('DROP', 'FORWARD_ALL', 'FALLBACK')),
  fallback_pool_id        uuid          REFERENCES pool CHECK (fallback_pool_id <> id),
  on_backend_down         text          NOT NULL CHECK (on_backend_down IN ('MOVE', 'KEEP')),
  panic_threshold_percent int           NOT NULL CHECK (panic_threshold_percent BETWEEN 0 AND 100),
  drain_timeout_ms        bigint        NOT NULL CHECK (drain_timeout_ms BETWEEN 0 AND 86400000),
  slow_start_ms           bigint        NOT NULL CHECK (slow_start_ms BETWEEN 0 AND 3600000),
  health_monitor_id       uuid          REFERENCES health_monitor,
  version                 bigint        NOT NULL,
  created_at              timestamptz   NOT NULL,
  updated_at              timestamptz   NOT NULL,
  CHECK ((all_down_policy = 'FALLBACK') = (fallback_pool_id IS NOT NULL)),
  CHECK (num_nulls(affinity_ipv4_length, affinity_ipv6_length, affinity_timeout_ms) IN (0, 3))
);
CREATE INDEX pool_by_fallback ON pool (fallback_pool_id) WHERE fallback_pool_id IS NOT NULL;
CREATE INDEX pool_by_health_monitor ON pool (health_monitor_id) WHERE health_monitor_id IS NOT NULL;

CREATE TABLE backend (
  id                  uuid          PRIMARY KEY,
  pool_id             uuid          NOT NULL REFERENCES pool ON DELETE CASCADE,
  name                resource_name NOT NULL,
  labels              jsonb         NOT NULL,
  address             host_address  NOT NULL,
  mac                 unicast_mac,
  weight              int           NOT NULL CHECK (weight BETWEEN 0 AND 256),
  admin_state         text          NOT NULL CHECK (admin_state IN ('ENABLED', 'DRAINING', 'DISABLED')),
  departing           boolean       NOT NULL,
  drain_deadline      timestamptz,
  kind                text          NOT NULL CHECK (kind IN ('LOOPBACK', 'KUBE_PROXY')),
  forwards_for_others boolean       NOT NULL,
  platform            text          NOT NULL CHECK (platform IN ('LINUX', 'FREEBSD', 'WINDOWS')),
  version             bigint        NOT NULL,
  created_at          timestamptz   NOT NULL,
  updated_at          timestamptz   NOT NULL,
  CHECK ((departing OR admin_state = 'DRAINING') = (drain_deadline IS NOT NULL))
);
-- A departing backend is deleted for everybody but its flows: its name and address are free again.
CREATE UNIQUE INDEX backend_name ON backend (pool_id, name) WHERE NOT departing;
CREATE UNIQUE INDEX backend_address ON backend (pool_id, address) WHERE NOT departing;
CREATE INDEX backend_by_address ON backend (address);
CREATE INDEX backend_departing ON backend (drain_deadline) WHERE departing;
COMMENT ON COLUMN backend.departing IS 'Deleted, and kept until drain_deadline so that its flows can end';
