CREATE TABLE audit_entry (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at    timestamptz NOT NULL,
  actor         text        NOT NULL,
  action        text        NOT NULL,
  resource_type text        NOT NULL,
  resource_id   uuid        NOT NULL,
  resource_name text        NOT NULL,
  revision      bigint      REFERENCES revision
);
COMMENT ON COLUMN audit_entry.revision IS 'Absent when nothing of the configuration changed, as when a token was renewed';

CREATE TRIGGER audit_entry_is_history BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE event (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at    timestamptz NOT NULL,
  type          text        NOT NULL CHECK (type ~ '^[a-z]+([A-Z][a-z]+)*\.[a-z]+$'),
  resource_type text        NOT NULL,
  resource_id   uuid        NOT NULL,
  summary       text        NOT NULL,
  revision      bigint
);
CREATE INDEX event_by_resource ON event (resource_id, id DESC);
COMMENT ON COLUMN event.type IS '<noun>.<verb>: vip.changed, finding.opened';
