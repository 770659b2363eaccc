-- Frames that operators had captured: traffic of people, so that little is kept and not for long.
CREATE TABLE capture (
  id           uuid        PRIMARY KEY,
  -- Not a reference to command: those are forgotten sooner.
  command_id   uuid        NOT NULL UNIQUE,
  vip_id       uuid,
  node_id      uuid        NOT NULL,
  filter       text        NOT NULL,
  seconds      int         NOT NULL,
  bytes        bigint      NOT NULL,
  requested_by text        NOT NULL,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  frames       bigint,
  lost         bigint,
  is_full      boolean,
  code         text,
  message      text
);
COMMENT ON COLUMN capture.vip_id IS 'Absent: what the flight recorder of the node had';
COMMENT ON COLUMN capture.code IS 'Why it failed; absent when it did not';
CREATE INDEX capture_by_start ON capture (started_at DESC, id);

CREATE TABLE capture_part (
  capture_id uuid    NOT NULL REFERENCES capture ON DELETE CASCADE,
  number     int     NOT NULL,
  content    bytea   NOT NULL,
  PRIMARY KEY (capture_id, number)
);
