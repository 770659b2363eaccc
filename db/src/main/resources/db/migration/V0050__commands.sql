-- What nodes were asked to do, and what they answered. A command is handed over by the replica that holds its node's
-- stream, and answered to any replica.
CREATE TABLE command (
  id           uuid        PRIMARY KEY,
  node_id      uuid        NOT NULL REFERENCES node ON DELETE CASCADE,
  kind         text        NOT NULL,
  payload      bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  deadline     timestamptz NOT NULL,
  stream_id    uuid,
  cancelled    boolean     NOT NULL DEFAULT false,
  cancel_sent  boolean     NOT NULL DEFAULT false,
  ended_at     timestamptz
);
COMMENT ON COLUMN command.payload IS 'As sent, in the encoding of the agent service';
COMMENT ON COLUMN command.stream_id IS 'The stream that it was sent on; a stream that replaces it sends it again';
CREATE INDEX command_waiting ON command (node_id) WHERE ended_at IS NULL;

CREATE TABLE command_answer (
  command_id  uuid        NOT NULL REFERENCES command ON DELETE CASCADE,
  sequence    bigint      NOT NULL,
  last        boolean     NOT NULL,
  type        text        NOT NULL CHECK (type IN ('PROGRESS', 'RESULT', 'FAILURE')),
  code        text,
  message     text,
  content     bytea,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (command_id, sequence)
);
