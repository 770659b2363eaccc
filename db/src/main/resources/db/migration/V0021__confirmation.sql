-- A configuration that goes back by itself unless somebody confirms that it works.
CREATE TABLE pending_confirmation (
  revision bigint      PRIMARY KEY REFERENCES revision,
  deadline timestamptz NOT NULL
);
