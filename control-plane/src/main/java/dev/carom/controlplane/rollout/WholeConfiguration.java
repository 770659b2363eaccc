package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;
import java.util.List;

/** Everything that was configured at one moment. */
public record WholeConfiguration(
        List<NodeGroup> nodeGroups,
        List<Node> nodes,
        List<Vip> vips,
        List<Listener> listeners,
        List<Pool> pools,
        List<Backend> backends,
        List<HealthMonitor> healthMonitors) {}
