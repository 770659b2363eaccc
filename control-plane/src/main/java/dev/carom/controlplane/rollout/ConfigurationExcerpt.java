package dev.carom.controlplane.rollout;

import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;
import java.util.List;

/** What some node groups were to have at one moment. More does no harm. */
public record ConfigurationExcerpt(
        List<NodeGroup> nodeGroups,
        List<Node> nodes,
        List<Vip> vips,
        List<Listener> listeners,
        List<Pool> pools,
        List<Backend> backends,
        List<HealthMonitor> healthMonitors) {}
