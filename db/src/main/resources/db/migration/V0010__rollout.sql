-- Which pair (epoch, revision) the desired states were last assembled from.
CREATE TABLE rollout (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  epoch     bigint  NOT NULL,
  revision  bigint  NOT NULL
);
INSERT INTO rollout (epoch, revision) VALUES (0, 0);

-- The bytes as sent: every replica serves the same ones, and a group that a revision leaves alone keeps its row.
CREATE TABLE desired_state (
  node_group_id uuid        PRIMARY KEY REFERENCES node_group ON DELETE CASCADE,
  epoch         bigint      NOT NULL,
  revision      bigint      NOT NULL,
  hash          bytea       NOT NULL CHECK (length(hash) = 32),
  content       bytea       NOT NULL,
  changed_at    timestamptz NOT NULL
);
COMMENT ON COLUMN desired_state.revision IS 'The revision at which the content last changed';

-- One row for each rung of the ladder that a node has climbed, with the highest pair it was climbed for.
CREATE TABLE node_acknowledgement (
  node_id         uuid        NOT NULL REFERENCES node ON DELETE CASCADE,
  stage           text        NOT NULL CHECK (stage IN ('RECEIVED', 'APPLIED', 'VERIFIED', 'REJECTED')),
  epoch           bigint      NOT NULL,
  revision        bigint      NOT NULL,
  hash            bytea       NOT NULL,
  errors          jsonb       NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  PRIMARY KEY (node_id, stage)
);

-- A node's open stream, and until when a replica has seen it alive.
CREATE TABLE node_connection (
  node_id   uuid        PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  stream_id uuid        NOT NULL,
  opened_at timestamptz NOT NULL,
  seen_at   timestamptz NOT NULL
);
