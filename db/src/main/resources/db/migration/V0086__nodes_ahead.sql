-- What nodes have that the database does not know: an operator who adopts it begins an epoch above all of these.
CREATE TABLE node_ahead (
  node_id  uuid        PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  epoch    bigint      NOT NULL,
  revision bigint      NOT NULL,
  hash     bytea       NOT NULL CHECK (length(hash) = 32),
  heard_at timestamptz NOT NULL
);
