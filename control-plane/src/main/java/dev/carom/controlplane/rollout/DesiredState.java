package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.Network;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.VirtualRouter;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;
import java.util.List;
import java.util.UUID;

/** What one node group must do: the part of the configuration that its nodes need, every list sorted by id. */
public record DesiredState(
        NodeGroup group,
        List<Network> networks,
        List<Node> nodes,
        List<Vip> vips,
        List<Listener> listeners,
        List<PoolMembers> pools,
        List<HealthMonitor> healthMonitors,
        List<RouterVips> virtualRouters) {

    /** A pool and its backends, those that depart too. */
    public record PoolMembers(Pool pool, List<Backend> backends) {}

    /** A virtual router and the VIPs that it carries. */
    public record RouterVips(VirtualRouter router, List<UUID> vips) {}
}
