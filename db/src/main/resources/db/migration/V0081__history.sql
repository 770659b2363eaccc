-- What was done for VIPs and backends, for pictures: ten seconds for two hours, a minute for thirty days. Of each minute a
-- node has up to 64 rows, one for the series whose ids end in the same six bits: a row is written once and holds arrays,
-- so that the write-ahead log stays small, and whoever reads one series reads a 64th. Dropped with its partition.
CREATE TABLE history_minute (
  part      smallint    NOT NULL CHECK (part BETWEEN 0 AND 63),
  node_id   uuid        NOT NULL,
  minute    timestamptz NOT NULL,
  batch     uuid        NOT NULL,
  covered   integer[]   NOT NULL,
  series    uuid[]      NOT NULL,
  packets   bigint[]    NOT NULL,
  bytes     bigint[]    NOT NULL,
  new_flows bigint[]    NOT NULL,
  flows     bigint[]    NOT NULL,
  PRIMARY KEY (part, node_id, minute, batch)
) PARTITION BY RANGE (minute);
COMMENT ON COLUMN history_minute.batch IS 'Rows of one minute add up: a replica that writes again writes the same batch';
COMMENT ON COLUMN history_minute.covered IS 'Milliseconds of each of the six times of ten seconds that the node told of';
COMMENT ON COLUMN history_minute.series IS 'VIPs, backends with traffic, and the node itself';
COMMENT ON COLUMN history_minute.packets IS 'Six for each series, in their order; null where it was not told of';
COMMENT ON COLUMN history_minute.flows IS 'Remembered at the end of that time; null for VIPs';

-- An hour of a series at a node, minute by minute: thirty days of a picture are read in 720 rows, and not in 43,200.
CREATE TABLE history_hour (
  series    uuid        NOT NULL,
  node_id   uuid        NOT NULL,
  hour      timestamptz NOT NULL,
  covered   integer[]   NOT NULL,
  packets   bigint[]    NOT NULL,
  bytes     bigint[]    NOT NULL,
  new_flows bigint[]    NOT NULL,
  flows     bigint[]    NOT NULL,
  PRIMARY KEY (series, hour, node_id)
) PARTITION BY RANGE (hour);

-- Which parts of which hours stand in history_hour.
CREATE TABLE history_rolled (
  hour timestamptz NOT NULL,
  part smallint    NOT NULL,
  PRIMARY KEY (hour, part)
);

-- Partitions are made and dropped by the owner, for the role that serves requests cannot. One at a time: two replicas
-- that need the same partition at once would find it made between their question and their answer.
CREATE FUNCTION prepare_history(at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  hour timestamptz := date_trunc('hour', at, 'UTC');
  day timestamptz := date_trunc('day', at, 'UTC');
  minutes text := 'history_minute_' || to_char(at AT TIME ZONE 'UTC', 'YYYYMMDD_HH24');
  hours text := 'history_hour_' || to_char(at AT TIME ZONE 'UTC', 'YYYYMMDD');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('carom.history'));
  IF to_regclass(minutes) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF history_minute FOR VALUES FROM (%L) TO (%L)',
      minutes, hour, hour + interval '1 hour');
  END IF;
  IF to_regclass(hours) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF history_hour FOR VALUES FROM (%L) TO (%L)',
      hours, day, day + interval '1 day');
  END IF;
END
$$;

-- Drops what is older than it is held. An hour that was not rolled up yet is waited for, but not for a day.
CREATE FUNCTION forget_history(at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '2s' AS $$
DECLARE
  old text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('carom.history'));
  FOR old IN
    SELECT held.name FROM history_held AS held
    WHERE held.tier = 'history_minute' AND held.since < at - interval '3 hours'
        AND ((SELECT count(*) FROM history_rolled WHERE hour = held.since) = 64 OR held.since < at - interval '1 day')
      OR held.tier = 'history_hour' AND held.since < at - interval '31 days'
  LOOP
    EXECUTE format('DROP TABLE %I', old);
  END LOOP;
  DELETE FROM history_rolled WHERE hour < at - interval '32 days';
END
$$;

-- The partitions there are.
CREATE VIEW history_held AS
  SELECT parent.relname AS tier, partition.relname AS name,
    to_timestamp(substring(partition.relname FROM '[0-9_]+$') || '+00',
      CASE parent.relname WHEN 'history_minute' THEN '_YYYYMMDD_HH24TZH' ELSE '_YYYYMMDDTZH' END) AS since
  FROM pg_inherits
  JOIN pg_class AS parent ON parent.oid = inhparent
  JOIN pg_class AS partition ON partition.oid = inhrelid
  WHERE inhparent IN ('history_minute'::regclass, 'history_hour'::regclass) AND partition.relkind = 'r';

-- Whose reports tell of a VIP or a backend, whoever asks: the caller was shown the resource before.
CREATE FUNCTION nodes_serving(wanted uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce(array_agg(DISTINCT node.id), '{}') FROM node
  WHERE node_group_id IN (
    SELECT node_group_id FROM vip WHERE id = wanted
    UNION
    SELECT vip.node_group_id FROM backend JOIN listener_pool USING (pool_id) JOIN vip ON vip.id = vip_id
    WHERE backend.id = wanted)
$$;
