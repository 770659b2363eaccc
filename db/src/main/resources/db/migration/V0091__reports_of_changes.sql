-- A node tells all now and then, and between what is different since. boot, sequence and received_at are of the whole
-- report that content is; whoever writes content, also a replica of an earlier version, leaves no changes to it.
ALTER TABLE node_report
  ADD COLUMN changes             bytea,
  ADD COLUMN changes_sequence    bigint,
  ADD COLUMN changes_received_at timestamptz,
  ADD CHECK (num_nulls(changes, changes_sequence, changes_received_at) IN (0, 3)),
  ALTER COLUMN changes SET STORAGE EXTERNAL;
COMMENT ON COLUMN node_report.changes IS 'What the report changes_sequence tells to be different since content; absent when content is the last';

CREATE FUNCTION begin_whole_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changes := NULL;
  NEW.changes_sequence := NULL;
  NEW.changes_received_at := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER node_report_is_whole BEFORE UPDATE OF content ON node_report
  FOR EACH ROW EXECUTE FUNCTION begin_whole_report();

CREATE OR REPLACE FUNCTION announce_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('carom_report',
    NEW.node_id || ' ' || NEW.boot || ' ' || coalesce(NEW.changes_sequence, NEW.sequence));
  RETURN NULL;
END
$$;
