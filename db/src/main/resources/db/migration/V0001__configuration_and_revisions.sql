-- The configuration is one value. Every writing transaction locks its one row first, so that revisions are numbered
-- in the order in which they commit, without gaps, and rules that span several resources see no half-written state.

CREATE TABLE configuration (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  epoch     bigint  NOT NULL CHECK (epoch > 0),
  revision  bigint  NOT NULL CHECK (revision >= 0)
);
COMMENT ON TABLE configuration IS 'One row: the pair (epoch, revision) that orders configurations across restored backups';

INSERT INTO configuration (epoch, revision) VALUES (1, 0);

CREATE TABLE revision (
  number     bigint      PRIMARY KEY CHECK (number > 0),
  epoch      bigint      NOT NULL,
  created_at timestamptz NOT NULL,
  actor      text        NOT NULL,
  message    text        CHECK (length(message) <= 1000)
);

CREATE TABLE revision_change (
  revision      bigint NOT NULL REFERENCES revision,
  ordinal       int    NOT NULL,
  resource_type text   NOT NULL,
  resource_id   uuid   NOT NULL,
  resource_name text   NOT NULL,
  action        text   NOT NULL CHECK (action IN ('CREATED', 'UPDATED', 'DELETED')),
  before        jsonb,
  after         jsonb,
  PRIMARY KEY (revision, ordinal),
  CHECK ((action = 'CREATED') = (before IS NULL)),
  CHECK ((action = 'DELETED') = (after IS NULL))
);
CREATE INDEX revision_change_by_resource ON revision_change (resource_type, resource_id, revision DESC, ordinal DESC);
COMMENT ON COLUMN revision_change.after IS 'The whole content: the last one at or before revision n is what held at n';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is history: rows are added, never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER revision_is_history BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_change_is_history BEFORE UPDATE OR DELETE ON revision_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Listeners hear of a revision when, and only when, its transaction commits.
CREATE FUNCTION announce_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('carom_revision', NEW.revision::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER configuration_announces_revision AFTER UPDATE OF epoch, revision ON configuration
  FOR EACH ROW EXECUTE FUNCTION announce_revision();
