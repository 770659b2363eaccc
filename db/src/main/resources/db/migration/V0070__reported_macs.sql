-- What the node's agent says of its interfaces; no part of the node's configuration, and so of no version of it.
ALTER TABLE node ADD COLUMN reported_macs macaddr[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN node.reported_macs IS 'Sorted. Desired states carry them, so that peers know this node''s frames';
