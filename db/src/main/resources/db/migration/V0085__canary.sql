-- A revision that chosen nodes try first. It stands in the row that every writer locks: none can miss it.
ALTER TABLE configuration ADD COLUMN canary bigint;
COMMENT ON COLUMN configuration.canary IS 'The revision on trial; while it is set nothing else is written';

CREATE TABLE canary (
  revision            bigint      PRIMARY KEY,
  target              text        NOT NULL,
  state               text        NOT NULL CHECK (state IN ('VERIFYING', 'SOAKING', 'PASSED', 'ROLLED_BACK')),
  verify_within_ms    bigint      NOT NULL,
  soak_ms             bigint      NOT NULL,
  health_loss_percent int         NOT NULL CHECK (health_loss_percent BETWEEN 0 AND 100),
  confirm_within_ms   bigint,
  started_at          timestamptz NOT NULL,
  verified_at         timestamptz,
  ended_at            timestamptz,
  reason              text        NOT NULL DEFAULT '',
  rolled_back_by      bigint,
  CHECK ((ended_at IS NULL) = (state IN ('VERIFYING', 'SOAKING')))
);
CREATE UNIQUE INDEX canary_running ON canary ((true)) WHERE ended_at IS NULL;

-- The chosen nodes, and what they said before: only what they lose is held against the revision.
CREATE TABLE canary_node (
  revision  bigint NOT NULL REFERENCES canary ON DELETE CASCADE,
  node_id   uuid   NOT NULL REFERENCES node ON DELETE CASCADE,
  left_out  text[] NOT NULL,
  listeners uuid[] NOT NULL,
  backends  uuid[] NOT NULL,
  PRIMARY KEY (revision, node_id),
  CHECK (cardinality(listeners) = cardinality(backends))
);
COMMENT ON COLUMN canary_node.left_out IS 'Resources that the node had left out before';
COMMENT ON COLUMN canary_node.backends IS 'Those that were UP, each for the listener at its place in listeners';

-- What the chosen nodes of a group are to have in place of its desired state.
CREATE TABLE trial_state (
  node_group_id uuid        PRIMARY KEY REFERENCES node_group ON DELETE CASCADE,
  epoch         bigint      NOT NULL,
  revision      bigint      NOT NULL,
  hash          bytea       NOT NULL CHECK (length(hash) = 32),
  content       bytea       NOT NULL,
  changed_at    timestamptz NOT NULL
);
CREATE TRIGGER trial_state_notes_rollout AFTER INSERT OR UPDATE ON trial_state
  FOR EACH ROW EXECUTE FUNCTION note_rollout();

-- Under which trial the states were assembled.
ALTER TABLE rollout ADD COLUMN canary bigint;

-- A state that was on trial becomes its group's later: what is measured from its start is measured from then.
CREATE OR REPLACE FUNCTION note_rollout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO group_rollout (node_group_id, epoch, revision, hash, started_at)
  VALUES (NEW.node_group_id, NEW.epoch, NEW.revision, NEW.hash, NEW.changed_at)
  ON CONFLICT (node_group_id, epoch, revision) DO UPDATE SET started_at = excluded.started_at
  WHERE group_rollout.completed_at IS NULL;
  RETURN NULL;
END
$$;
