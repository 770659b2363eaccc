package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.NodeGroupRepository;
import dev.carom.controlplane.node.NodeRepository;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.pool.HealthMonitorRepository;
import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.vip.ListenerRepository;
import dev.carom.controlplane.vip.VipRepository;
import org.springframework.stereotype.Component;

/** Reads the whole configuration in a fixed number of statements, within the caller's transaction. */
@Component
class WholeConfigurationReader {
    private final NodeGroupRepository nodeGroups;
    private final NodeRepository nodes;
    private final VipRepository vips;
    private final ListenerRepository listeners;
    private final PoolRepository pools;
    private final BackendRepository backends;
    private final HealthMonitorRepository healthMonitors;

    WholeConfigurationReader(
            NodeGroupRepository nodeGroups,
            NodeRepository nodes,
            VipRepository vips,
            ListenerRepository listeners,
            PoolRepository pools,
            BackendRepository backends,
            HealthMonitorRepository healthMonitors) {
        this.nodeGroups = nodeGroups;
        this.nodes = nodes;
        this.vips = vips;
        this.listeners = listeners;
        this.pools = pools;
        this.backends = backends;
        this.healthMonitors = healthMonitors;
    }

    WholeConfiguration read() {
        return new WholeConfiguration(
                nodeGroups.findAll(),
                nodes.findAll(),
                vips.findAll(),
                listeners.findAll(),
                pools.findAll(),
                backends.findAll(),
                healthMonitors.findAll());
    }
}
