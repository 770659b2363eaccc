-- What each node said last, as it was sent. Unlogged: agents repeat themselves every 10 s, so a crash loses nothing that
-- does not come back by itself, and the reports of large sites cost no write-ahead log.
CREATE UNLOGGED TABLE node_report (
  node_id     uuid        PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  boot        text        NOT NULL,
  sequence    bigint      NOT NULL,
  received_at timestamptz NOT NULL,
  content     bytea       NOT NULL
);
ALTER TABLE node_report ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN node_report.content IS 'The message as it came; compressing it would cost more than it saves';

CREATE FUNCTION announce_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('carom_report', NEW.node_id || ' ' || NEW.boot || ' ' || NEW.sequence);
  RETURN NULL;
END
$$;
CREATE TRIGGER node_report_is_announced AFTER INSERT OR UPDATE ON node_report
  FOR EACH ROW EXECUTE FUNCTION announce_report();

-- Whether people were told that a node is there. It was lost when its stream is gone for longer than a new dial takes.
CREATE TABLE node_presence (
  node_id       uuid        PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  present       boolean     NOT NULL,
  missing_since timestamptz
);

-- The drains that people were told of. No foreign key: a departing backend is gone when its drain ends.
CREATE TABLE drain (
  backend_id uuid        PRIMARY KEY,
  name       text        NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);

-- What somebody looks at, on whichever replica: nodes tell it each second for as long as a replica repeats it.
CREATE UNLOGGED TABLE live_subscription (
  replica    uuid        NOT NULL,
  collection text        NOT NULL CHECK (collection IN ('vips', 'backends')),
  id         uuid        NOT NULL,
  until      timestamptz NOT NULL,
  PRIMARY KEY (replica, collection, id)
);
