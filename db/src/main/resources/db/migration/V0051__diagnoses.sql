-- Examinations that operators asked for: one command for each node that owns VIPs concerned.
CREATE TABLE diagnosis (
  id           uuid        PRIMARY KEY,
  resource     text        NOT NULL,
  requested_by text        NOT NULL,
  started_at   timestamptz NOT NULL
);
COMMENT ON COLUMN diagnosis.resource IS 'backends/<uuid> or vips/<uuid>';
CREATE INDEX diagnosis_by_start ON diagnosis (started_at DESC, id);

-- Not a reference to command: those are forgotten sooner.
CREATE TABLE diagnosis_part (
  command_id   uuid        PRIMARY KEY,
  diagnosis_id uuid        NOT NULL REFERENCES diagnosis ON DELETE CASCADE,
  node_id      uuid        NOT NULL,
  progress     text[]      NOT NULL DEFAULT '{}',
  result       jsonb,
  code         text,
  message      text,
  ended_at     timestamptz
);
CREATE INDEX diagnosis_part_by_diagnosis ON diagnosis_part (diagnosis_id);
COMMENT ON COLUMN diagnosis_part.code IS 'Why it failed; absent with a result';
