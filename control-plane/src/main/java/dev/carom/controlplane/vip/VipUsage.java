package dev.carom.controlplane.vip;

import dev.carom.controlplane.node.CarriedVips;
import dev.carom.controlplane.pool.PoolUsers;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells node groups and pools who stands on them. */
@Component
class VipUsage implements CarriedVips, PoolUsers {
    private final VipRepository vips;
    private final ListenerRepository listeners;

    VipUsage(VipRepository vips, ListenerRepository listeners) {
        this.vips = vips;
        this.listeners = listeners;
    }

    @Override
    public List<String> vipsOf(UUID nodeGroup, int vrid) {
        return vips.namesByVirtualRouter(nodeGroup, vrid);
    }

    @Override
    public List<String> vipsOf(UUID nodeGroup) {
        return vips.namesByNodeGroup(nodeGroup);
    }

    @Override
    public List<String> listenersOf(UUID pool) {
        return listeners.describeByPool(pool);
    }
}
