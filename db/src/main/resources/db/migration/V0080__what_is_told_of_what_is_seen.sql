-- What is told of a resource is seen by whoever sees the resource: its events, findings and diagnoses. Asked as the
-- caller, so that the row policies of the resources decide; what is told of no resource is for who sees everything.
CREATE FUNCTION is_seen(noun text, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT CASE noun
    WHEN 'nodeGroup' THEN EXISTS (SELECT FROM node_group WHERE id = wanted)
    WHEN 'node' THEN EXISTS (SELECT FROM node WHERE id = wanted)
    WHEN 'virtualRouter' THEN EXISTS (
      SELECT FROM virtual_router JOIN node_group ON node_group.id = node_group_id WHERE virtual_router.id = wanted)
    WHEN 'healthMonitor' THEN EXISTS (SELECT FROM health_monitor WHERE id = wanted)
    WHEN 'pool' THEN EXISTS (SELECT FROM pool WHERE id = wanted)
    WHEN 'backend' THEN EXISTS (SELECT FROM backend WHERE id = wanted)
    WHEN 'vip' THEN EXISTS (SELECT FROM vip WHERE id = wanted)
    WHEN 'listener' THEN EXISTS (SELECT FROM listener WHERE id = wanted)
    WHEN 'diagnoses' THEN EXISTS (SELECT FROM diagnosis WHERE id = wanted)
    ELSE false
  END
$$;

-- <collection>/<uuid>, as findings and diagnoses name what they are about, whatever follows.
CREATE FUNCTION is_seen(resource text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN split_part(resource, '/', 2) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN is_seen(
    CASE split_part(resource, '/', 1)
      WHEN 'node-groups' THEN 'nodeGroup'
      WHEN 'nodes' THEN 'node'
      WHEN 'virtual-routers' THEN 'virtualRouter'
      WHEN 'health-monitors' THEN 'healthMonitor'
      WHEN 'pools' THEN 'pool'
      WHEN 'backends' THEN 'backend'
      WHEN 'vips' THEN 'vip'
      WHEN 'listeners' THEN 'listener'
    END,
    split_part(resource, '/', 2)::uuid)
  ELSE false END
$$;

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE diagnosis ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON event FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR is_seen(resource_type, resource_id));
CREATE POLICY seen ON diagnosis FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR is_seen(resource));
-- They come of what was judged already.
CREATE POLICY added ON event FOR INSERT WITH CHECK (true);
CREATE POLICY removed ON event FOR DELETE USING (true);
CREATE POLICY added ON diagnosis FOR INSERT WITH CHECK (true);
CREATE POLICY removed ON diagnosis FOR DELETE USING (true);
