-- What the monitors of each pool ask of every node of a group, in probes a second. A backend's port is asked once an
-- interval, and from the second VIP on through each of them for its presence, every 10 s at most. Counted by numbers of
-- backends, not by rows of them.
CREATE VIEW probe_load AS
WITH asked AS (
  SELECT DISTINCT vip.node_group_id, vip.id AS vip_id, listener_pool.pool_id,
    CASE WHEN monitor.port = 0 THEN lower(listener.ports) ELSE monitor.port END AS port
  FROM listener_pool
  JOIN listener ON listener.id = listener_pool.listener_id AND listener.admin_state <> 'DISABLED'
  JOIN vip ON vip.id = listener_pool.vip_id AND vip.admin_state <> 'DISABLED'
  JOIN pool ON pool.id = listener_pool.pool_id
  JOIN health_monitor AS monitor ON monitor.id = pool.health_monitor_id
), service AS (
  SELECT node_group_id, pool_id, port, count(*) AS vips FROM asked GROUP BY node_group_id, pool_id, port
), member AS (
  SELECT pool_id, count(*) AS backends FROM backend WHERE admin_state <> 'DISABLED' OR departing GROUP BY pool_id
)
SELECT service.node_group_id, service.pool_id, monitor.id AS health_monitor_id, monitor.name AS health_monitor_name,
  sum(member.backends * (
    (CASE WHEN monitor.path = 'BOTH' THEN 2 ELSE 1 END) * 1000.0 / monitor.interval_ms
    + CASE WHEN monitor.path <> 'DIRECT' AND service.vips > 1
        THEN service.vips * 1000.0 / greatest(monitor.interval_ms, 10000) ELSE 0 END)) AS per_second
FROM service
JOIN member USING (pool_id)
JOIN pool ON pool.id = service.pool_id
JOIN health_monitor AS monitor ON monitor.id = pool.health_monitor_id
GROUP BY service.node_group_id, service.pool_id, monitor.id, monitor.name;
