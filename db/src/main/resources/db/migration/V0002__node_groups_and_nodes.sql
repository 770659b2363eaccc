CREATE DOMAIN resource_name AS text
  CHECK (VALUE ~ '^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$');

CREATE DOMAIN host_address AS inet
  CHECK (masklen(VALUE) = CASE family(VALUE) WHEN 4 THEN 32 ELSE 128 END);

CREATE DOMAIN unicast_mac AS macaddr
  CHECK ((VALUE & '01:00:00:00:00:00') = '00:00:00:00:00:00' AND VALUE <> '00:00:00:00:00:00');

CREATE TABLE node_group (
  id         uuid          PRIMARY KEY,
  name       resource_name NOT NULL UNIQUE,
  labels     jsonb         NOT NULL,
  hash_key   bytea         NOT NULL CHECK (length(hash_key) = 16),
  version    bigint        NOT NULL,
  created_at timestamptz   NOT NULL,
  updated_at timestamptz   NOT NULL
);
COMMENT ON COLUMN node_group.hash_key IS 'Secret of the group: clients cannot aim at a backend. Never leaves by REST';

CREATE TABLE network (
  id                 uuid          PRIMARY KEY,
  node_group_id      uuid          NOT NULL REFERENCES node_group ON DELETE CASCADE,
  name               resource_name NOT NULL,
  interface_selector text          NOT NULL CHECK (interface_selector <> ''),
  vlan_id            int           NOT NULL CHECK (vlan_id BETWEEN 0 AND 4094),
  subnets            cidr[]        NOT NULL,
  gateways           inet[]        NOT NULL,
  mtu                int           NOT NULL CHECK (mtu = 0 OR mtu BETWEEN 576 AND 65535),
  role               text          NOT NULL CHECK (role IN ('CLIENT', 'BACKEND', 'BOTH')),
  UNIQUE (node_group_id, name)
);
COMMENT ON COLUMN network.vlan_id IS '0 is untagged';
COMMENT ON COLUMN network.mtu IS '0 is what the link says';

CREATE TABLE node (
  id            uuid          PRIMARY KEY,
  name          resource_name NOT NULL UNIQUE,
  node_group_id uuid          NOT NULL REFERENCES node_group,
  addresses     inet[]        NOT NULL,
  labels        jsonb         NOT NULL,
  version       bigint        NOT NULL,
  created_at    timestamptz   NOT NULL,
  updated_at    timestamptz   NOT NULL,
  UNIQUE (node_group_id, id)
);

CREATE TABLE virtual_router (
  id            uuid   PRIMARY KEY,
  node_group_id uuid   NOT NULL REFERENCES node_group ON DELETE CASCADE,
  vrid          int    NOT NULL CHECK (vrid BETWEEN 1 AND 255),
  advert_ms     bigint NOT NULL CHECK (advert_ms BETWEEN 10 AND 40950),
  UNIQUE (node_group_id, vrid),
  UNIQUE (node_group_id, id)
);

-- 255 is VRRP's address owner (RFC 9568 5.2.4), which a balancer never is: the VIP is not on its kernel.
-- Deferred: two nodes that change places pass through equal priorities.
CREATE TABLE virtual_router_priority (
  virtual_router_id uuid NOT NULL REFERENCES virtual_router ON DELETE CASCADE,
  node_id           uuid NOT NULL REFERENCES node ON DELETE CASCADE,
  priority          int  NOT NULL CHECK (priority BETWEEN 1 AND 254),
  PRIMARY KEY (virtual_router_id, node_id),
  CONSTRAINT one_owner UNIQUE (virtual_router_id, priority) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX virtual_router_priority_by_node ON virtual_router_priority (node_id);

-- The token itself is shown once and never kept. It carries 256 random bits, so a plain SHA-256 cannot be guessed back.
CREATE TABLE node_token (
  node_id    uuid        PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  hash       bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
  created_at timestamptz NOT NULL
);
