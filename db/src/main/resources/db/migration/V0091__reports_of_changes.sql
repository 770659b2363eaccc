-- A node tells all now and then, and between what is different since. Whoever writes content writes a whole report, also
-- a replica of an earlier version.
TRUNCATE node_report;
ALTER TABLE node_report
  ADD COLUMN whole_sequence    bigint      NOT NULL,
  ADD COLUMN whole_received_at timestamptz NOT NULL,
  ADD COLUMN changes           bytea,
  ALTER COLUMN changes SET STORAGE EXTERNAL;
COMMENT ON COLUMN node_report.changes IS 'What sequence tells to be different since whole_sequence, whose message is content; absent when they are the same report';

CREATE FUNCTION begin_whole_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.whole_sequence := NEW.sequence;
  NEW.whole_received_at := NEW.received_at;
  NEW.changes := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER node_report_is_whole BEFORE INSERT OR UPDATE OF content ON node_report
  FOR EACH ROW EXECUTE FUNCTION begin_whole_report();
