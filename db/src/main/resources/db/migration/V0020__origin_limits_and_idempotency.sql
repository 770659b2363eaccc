-- From where a change came, beside who made it and why.
ALTER TABLE revision ADD COLUMN source_address inet;
COMMENT ON COLUMN revision.source_address IS 'Absent when the control plane itself made the change';

-- Counted by every writer under the lock of this row: asking for the number costs nothing, however many there are.
ALTER TABLE configuration ADD COLUMN vips int NOT NULL DEFAULT 0, ADD COLUMN backends int NOT NULL DEFAULT 0;
UPDATE configuration SET vips = (SELECT count(*) FROM vip), backends = (SELECT count(*) FROM backend);
COMMENT ON COLUMN configuration.backends IS 'Those that depart too: their flows are still theirs';

-- Lists: by name unless sorted otherwise, and by labels.
CREATE INDEX backend_by_name ON backend (name, id) WHERE NOT departing;
CREATE INDEX listener_by_name ON listener (name, id);
CREATE INDEX backend_by_label ON backend USING gin (labels jsonb_path_ops);
CREATE INDEX vip_by_label ON vip USING gin (labels jsonb_path_ops);

-- The answer to a POST with an Idempotency-Key. Neither the key nor the answer can be read here: the answer, which may
-- hold a token that is shown once, is sealed with a key made of the caller's own.
CREATE TABLE idempotent_answer (
  key_hash    bytea       PRIMARY KEY CHECK (length(key_hash) = 32),
  fingerprint bytea       NOT NULL CHECK (length(fingerprint) = 32),
  sealed      bytea       NOT NULL,
  expires_at  timestamptz NOT NULL
);
CREATE INDEX idempotent_answer_by_expiry ON idempotent_answer (expires_at);
COMMENT ON COLUMN idempotent_answer.key_hash IS 'SHA-256 of the actor and the key';
COMMENT ON COLUMN idempotent_answer.fingerprint IS 'SHA-256 of what was asked';

-- A change of many resources may pass through states that no two of them could share: two names that change places.
-- Such a change defers these rules to its end; every other one meets them at once, as before.
ALTER TABLE node_group DROP CONSTRAINT node_group_name_key,
  ADD CONSTRAINT node_group_name_key UNIQUE (name) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE node DROP CONSTRAINT node_name_key,
  ADD CONSTRAINT node_name_key UNIQUE (name) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE health_monitor DROP CONSTRAINT health_monitor_name_key,
  ADD CONSTRAINT health_monitor_name_key UNIQUE (name) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE pool DROP CONSTRAINT pool_name_key,
  ADD CONSTRAINT pool_name_key UNIQUE (name) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE vip DROP CONSTRAINT vip_name_key, DROP CONSTRAINT vip_address_key,
  ADD CONSTRAINT vip_name_key UNIQUE (name) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT vip_address_key UNIQUE (address) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE listener DROP CONSTRAINT listener_name, DROP CONSTRAINT listener_overlap,
  ADD CONSTRAINT listener_name UNIQUE (vip_id, name) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT listener_overlap
    EXCLUDE USING gist (vip_id WITH =, protocol WITH =, ports WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- A partial unique index cannot be deferred; an exclusion constraint over equality is the same rule, and can.
DROP INDEX backend_name;
DROP INDEX backend_address;
ALTER TABLE backend
  ADD CONSTRAINT backend_name EXCLUDE USING btree (pool_id WITH =, name WITH =) WHERE (NOT departing)
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT backend_address EXCLUDE USING btree (pool_id WITH =, address WITH =) WHERE (NOT departing)
    DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX backend_by_pool ON backend (pool_id, name);

ALTER TABLE node ALTER CONSTRAINT node_node_group_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE pool ALTER CONSTRAINT pool_fallback_pool_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE pool ALTER CONSTRAINT pool_health_monitor_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE backend ALTER CONSTRAINT backend_pool_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE vip ALTER CONSTRAINT vip_node_group_id_vrid_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE listener ALTER CONSTRAINT listener_pool_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE listener ALTER CONSTRAINT listener_vip_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE virtual_router_priority
  ALTER CONSTRAINT virtual_router_priority_node_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
