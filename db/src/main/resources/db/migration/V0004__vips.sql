-- Trusted since PostgreSQL 13: the owner of the database may create it. Lets an exclusion constraint compare ids.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE vip (
  id                    uuid          PRIMARY KEY,
  name                  resource_name NOT NULL UNIQUE,
  labels                jsonb         NOT NULL,
  node_group_id         uuid          NOT NULL,
  vrid                  int           NOT NULL,
  address               host_address  NOT NULL UNIQUE,
  admin_state           text          NOT NULL CHECK (admin_state IN ('ENABLED', 'DRAINING', 'DISABLED')),
  unmatched_port_policy text          NOT NULL CHECK (unmatched_port_policy IN ('DROP', 'REJECT')),
  new_flows_per_second  int           NOT NULL CHECK (new_flows_per_second >= 0),
  version               bigint        NOT NULL,
  created_at            timestamptz   NOT NULL,
  updated_at            timestamptz   NOT NULL,
  FOREIGN KEY (node_group_id, vrid) REFERENCES virtual_router (node_group_id, vrid),
  CONSTRAINT vip_is_unicast CHECK (NOT address <<= ANY (
    '{0.0.0.0/8,127.0.0.0/8,169.254.0.0/16,224.0.0.0/4,240.0.0.0/4,::/127,::ffff:0:0/96,fe80::/10,ff00::/8}'::inet[]))
);
CREATE INDEX vip_by_router ON vip (node_group_id, vrid);

CREATE TABLE listener (
  id                             uuid           PRIMARY KEY,
  vip_id                         uuid           NOT NULL REFERENCES vip ON DELETE CASCADE,
  name                           resource_name  NOT NULL,
  labels                         jsonb          NOT NULL,
  protocol                       text           NOT NULL CHECK (protocol IN ('TCP', 'UDP')),
  ports                          int4multirange NOT NULL CHECK (NOT isempty(ports) AND ports <@ '{[1,65536)}'),
  pool_id                        uuid           NOT NULL REFERENCES pool,
  admin_state                    text           NOT NULL CHECK (admin_state IN ('ENABLED', 'DRAINING', 'DISABLED')),
  allowed_sources                cidr[]         NOT NULL,
  denied_sources                 cidr[]         NOT NULL,
  new_flows_per_second_per_source int           NOT NULL CHECK (new_flows_per_second_per_source >= 0),
  version                        bigint         NOT NULL,
  created_at                     timestamptz    NOT NULL,
  updated_at                     timestamptz    NOT NULL,
  CONSTRAINT listener_name UNIQUE (vip_id, name),
  CONSTRAINT listener_overlap EXCLUDE USING gist (vip_id WITH =, protocol WITH =, ports WITH &&)
);
CREATE INDEX listener_by_pool ON listener (pool_id);
