-- The rollout reads what belongs to the node groups that revisions touched, and nothing else.
CREATE TABLE renewal (
  revision      bigint PRIMARY KEY REFERENCES revision,
  node_group_id uuid   NOT NULL
);
COMMENT ON TABLE renewal IS 'Revisions without changes: the node group whose state is new, as when a node reports other MAC addresses';

-- Earlier renewals are not known: whatever is not rolled out yet is looked for in all groups, once.
UPDATE rollout SET epoch = 0, revision = 0;
