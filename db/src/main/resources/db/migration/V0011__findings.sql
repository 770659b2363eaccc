-- Findings of the control plane itself; those of agents come with their reports and live as long as these.
CREATE TABLE finding (
  id        uuid        PRIMARY KEY,
  code      text        NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]+$'),
  resource  text        NOT NULL,
  summary   text        NOT NULL,
  evidence  text        NOT NULL,
  remedy    text        NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE UNIQUE INDEX finding_open ON finding (code, resource) WHERE closed_at IS NULL;
