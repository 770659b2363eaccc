-- Who may act for some node groups only sees and changes only what belongs to them, whichever statement asks: a query
-- that forgets to ask finds nothing. The owner of the tables passes, and so do its views and the functions below: rules
-- between resources know no walls. Requests are served by another role. The application says for each connection what its caller reaches: a JSON array of
-- {"nodeGroups": [...], "labels": {...}}, where no node groups mean all of them; without the setting, everything.

CREATE FUNCTION reached(setting text, groups uuid[], carried jsonb, wholly boolean) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting(setting, true), '') = '' OR EXISTS (
    SELECT FROM (
      SELECT grants -> 'labels' AS labels,
        ARRAY(SELECT jsonb_array_elements_text(grants -> 'nodeGroups')::uuid) AS node_groups
      FROM jsonb_array_elements(nullif(current_setting(setting, true), '')::jsonb) AS grants) AS reach
    WHERE (carried IS NULL OR carried @> reach.labels)
      AND (reach.node_groups = '{}'
        OR CASE WHEN wholly THEN groups <@ reach.node_groups
           ELSE groups = '{}' OR groups && reach.node_groups END))
$$;

-- A pool belongs to the node groups whose VIPs lead to it; one that none leads to is free.
CREATE FUNCTION pool_node_groups(pool uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce(array_agg(DISTINCT vip.node_group_id), '{}')
  FROM listener_pool JOIN vip ON vip.id = listener_pool.vip_id
  WHERE listener_pool.pool_id = pool
$$;

CREATE FUNCTION monitor_node_groups(monitor uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce(array_agg(DISTINCT vip.node_group_id), '{}')
  FROM pool
  JOIN listener_pool ON listener_pool.pool_id = pool.id
  JOIN vip ON vip.id = listener_pool.vip_id
  WHERE pool.health_monitor_id = monitor
$$;

CREATE FUNCTION pool_is_reached_wholly(pool_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT pool_id IS NULL OR reached('carom.write_scope', pool_node_groups(pool_id), labels, true)
  FROM (SELECT coalesce((SELECT labels FROM pool WHERE id = pool_id), '{}') AS labels) AS found
$$;

ALTER TABLE node_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE node ENABLE ROW LEVEL SECURITY;
ALTER TABLE vip ENABLE ROW LEVEL SECURITY;
ALTER TABLE listener ENABLE ROW LEVEL SECURITY;
ALTER TABLE pool ENABLE ROW LEVEL SECURITY;
ALTER TABLE backend ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_monitor ENABLE ROW LEVEL SECURITY;
-- What is hidden cannot be changed either: a write finds its rows by reading. The first half of each condition is
-- computed once for a statement, and all there is for who reaches everything.
-- Labels are asked of what stands in a node group, not of the group.
CREATE POLICY seen ON node_group FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR reached('carom.read_scope', ARRAY[id], NULL, false));
CREATE POLICY seen ON node FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR reached('carom.read_scope', ARRAY[node_group_id], labels, false));
CREATE POLICY seen ON vip FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR reached('carom.read_scope', ARRAY[node_group_id], labels, false));
CREATE POLICY seen ON listener FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = ''
    OR reached('carom.read_scope', '{}', labels, false) AND EXISTS (SELECT FROM vip WHERE vip.id = vip_id));
CREATE POLICY seen ON pool FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR reached('carom.read_scope', pool_node_groups(id), labels, false));
CREATE POLICY seen ON backend FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = ''
    OR reached('carom.read_scope', '{}', labels, false) AND EXISTS (SELECT FROM pool WHERE pool.id = pool_id));
-- Monitors are shared material: seen by all, changed by who reaches all that use them.
CREATE POLICY seen ON health_monitor FOR SELECT
  USING ((SELECT coalesce(current_setting('carom.read_scope', true), '')) = '' OR reached('carom.read_scope', '{}', labels, false));

CREATE POLICY added ON node_group FOR INSERT WITH CHECK (reached('carom.write_scope', ARRAY[id], labels, true));
CREATE POLICY changed ON node_group FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', ARRAY[id], labels, true));
CREATE POLICY removed ON node_group FOR DELETE USING (reached('carom.write_scope', ARRAY[id], labels, true));
CREATE POLICY added ON node FOR INSERT WITH CHECK (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY changed ON node FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY removed ON node FOR DELETE USING (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY added ON vip FOR INSERT WITH CHECK (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY changed ON vip FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY removed ON vip FOR DELETE USING (reached('carom.write_scope', ARRAY[node_group_id], labels, true));
CREATE POLICY added ON listener FOR INSERT WITH CHECK (reached('carom.write_scope', '{}', labels, true)
  AND EXISTS (SELECT FROM vip WHERE vip.id = vip_id) AND pool_is_reached_wholly(pool_id));
CREATE POLICY changed ON listener FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', '{}', labels, true)
  AND EXISTS (SELECT FROM vip WHERE vip.id = vip_id) AND pool_is_reached_wholly(pool_id));
CREATE POLICY removed ON listener FOR DELETE USING (reached('carom.write_scope', '{}', labels, true)
  AND EXISTS (SELECT FROM vip WHERE vip.id = vip_id));
CREATE POLICY added ON pool FOR INSERT WITH CHECK (reached('carom.write_scope', '{}', labels, true)
  AND pool_is_reached_wholly(fallback_pool_id));
CREATE POLICY changed ON pool FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', pool_node_groups(id), labels, true)
  AND pool_is_reached_wholly(fallback_pool_id));
CREATE POLICY removed ON pool FOR DELETE USING (reached('carom.write_scope', pool_node_groups(id), labels, true));
CREATE POLICY added ON backend FOR INSERT WITH CHECK (reached('carom.write_scope', '{}', labels, true) AND pool_is_reached_wholly(pool_id));
CREATE POLICY changed ON backend FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', '{}', labels, true) AND pool_is_reached_wholly(pool_id));
CREATE POLICY removed ON backend FOR DELETE USING (reached('carom.write_scope', '{}', labels, true) AND pool_is_reached_wholly(pool_id));
CREATE POLICY added ON health_monitor FOR INSERT WITH CHECK (reached('carom.write_scope', '{}', labels, true));
CREATE POLICY changed ON health_monitor FOR UPDATE USING (true) WITH CHECK (reached('carom.write_scope', monitor_node_groups(id), labels, true));
CREATE POLICY removed ON health_monitor FOR DELETE USING (reached('carom.write_scope', monitor_node_groups(id), labels, true));
