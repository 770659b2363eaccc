-- Direct server return ties a backend to the network of the balancers that send it frames. The rules span VIPs,
-- listeners, pools, backends, networks and nodes, and any of them may be the one that changes; here they stand once,
-- and each writing transaction asks for the offences of what it touched.

-- Which pools a listener can reach: its own, and the one its own falls back to.
CREATE VIEW listener_pool AS
  SELECT id AS listener_id, vip_id, pool_id FROM listener
  UNION ALL
  SELECT listener.id, listener.vip_id, pool.fallback_pool_id
  FROM listener JOIN pool ON pool.id = listener.pool_id
  WHERE pool.fallback_pool_id IS NOT NULL;

CREATE VIEW served_backend AS
  SELECT DISTINCT
    backend.id AS backend_id, backend.name AS backend_name, backend.address AS backend_address,
    backend.forwards_for_others, backend.pool_id,
    vip.id AS vip_id, vip.name AS vip_name, vip.address AS vip_address, vip.node_group_id
  FROM listener_pool
  JOIN vip ON vip.id = listener_pool.vip_id
  JOIN backend ON backend.pool_id = listener_pool.pool_id AND NOT backend.departing;

CREATE VIEW placement_offence AS
  SELECT 'BACKEND_IS_VIP' AS code, backend.id AS backend_id, backend.name AS backend_name,
    backend.address AS backend_address, backend.pool_id, vip.id AS vip_id, vip.name AS vip_name,
    vip.node_group_id, NULL::uuid AS node_id, vip.name::text AS other_name
  FROM backend JOIN vip ON vip.address = backend.address
  WHERE NOT backend.departing

  UNION ALL
  SELECT 'ADDRESS_FAMILY_MISMATCH', backend_id, backend_name, backend_address, pool_id, vip_id, vip_name,
    node_group_id, NULL, vip_name::text
  FROM served_backend
  WHERE family(backend_address) <> family(vip_address)

  UNION ALL
  SELECT 'BACKEND_IS_GATEWAY', backend_id, backend_name, backend_address, pool_id, vip_id, vip_name,
    node_group_id, NULL, network.name::text
  FROM served_backend JOIN network USING (node_group_id)
  WHERE NOT forwards_for_others AND backend_address = ANY (network.gateways)

  UNION ALL
  SELECT 'BACKEND_IS_NODE', backend_id, backend_name, backend_address, pool_id, vip_id, vip_name,
    node_group_id, node.id, node.name::text
  FROM served_backend JOIN node USING (node_group_id)
  WHERE backend_address = ANY (node.addresses)

  UNION ALL
  SELECT 'BACKEND_OUTSIDE_NETWORKS', backend_id, backend_name, backend_address, pool_id, vip_id, vip_name,
    node_group_id, NULL, node_group.name::text
  FROM served_backend JOIN node_group ON node_group.id = node_group_id
  WHERE NOT EXISTS (
    SELECT FROM network
    WHERE network.node_group_id = served_backend.node_group_id
      AND network.role IN ('BACKEND', 'BOTH')
      AND served_backend.backend_address <<= ANY (network.subnets::inet[]))

  UNION ALL
  SELECT 'VIP_IS_GATEWAY', NULL, NULL, NULL, NULL, vip.id, vip.name, node_group_id, NULL, network.name::text
  FROM vip JOIN network USING (node_group_id)
  WHERE vip.address = ANY (network.gateways)

  UNION ALL
  SELECT 'VIP_IS_NODE', NULL, NULL, NULL, NULL, vip.id, vip.name, vip.node_group_id, node.id, node.name::text
  FROM vip JOIN node USING (node_group_id)
  WHERE vip.address = ANY (node.addresses);
