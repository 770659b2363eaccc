-- When each state became a group's, and when its last node had verified it.
CREATE TABLE group_rollout (
  node_group_id uuid        NOT NULL REFERENCES node_group ON DELETE CASCADE,
  epoch         bigint      NOT NULL,
  revision      bigint      NOT NULL,
  hash          bytea       NOT NULL,
  started_at    timestamptz NOT NULL,
  completed_at  timestamptz,
  PRIMARY KEY (node_group_id, epoch, revision)
);
CREATE INDEX group_rollout_by_revision ON group_rollout (revision);
CREATE INDEX group_rollout_by_age ON group_rollout (started_at);

CREATE FUNCTION note_rollout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO group_rollout (node_group_id, epoch, revision, hash, started_at)
  VALUES (NEW.node_group_id, NEW.epoch, NEW.revision, NEW.hash, NEW.changed_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER desired_state_notes_rollout AFTER INSERT OR UPDATE ON desired_state
  FOR EACH ROW EXECUTE FUNCTION note_rollout();

-- When each node climbed each rung with a state; a rung implies those below it.
CREATE TABLE node_rollout (
  node_id     uuid        NOT NULL REFERENCES node ON DELETE CASCADE,
  epoch       bigint      NOT NULL,
  revision    bigint      NOT NULL,
  received_at timestamptz NOT NULL,
  applied_at  timestamptz,
  verified_at timestamptz,
  rejected_at timestamptz,
  errors      jsonb       NOT NULL,
  PRIMARY KEY (node_id, epoch, revision)
);
CREATE INDEX node_rollout_by_age ON node_rollout (received_at);
