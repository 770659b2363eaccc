package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.RevisionedState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** No trouble but its end: a backend that passes its probes through a VIP holds that VIP. */
public final class HeldVips implements Symptom {
    private final Holder holder;

    /** Is told since when a MAC is known to hold a VIP. */
    public interface Holder {
        void held(IpAddress vip, MacAddress mac, Instant since);
    }

    public HeldVips(Holder holder) {
        this.holder = holder;
    }

    @Override
    public void look(Sight sight) {
        sight.running().state().map(RevisionedState::desired).ifPresent(desired -> look(sight, desired));
    }

    private void look(Sight sight, DesiredState desired) {
        Map<UUID, MacAddress> macs = new HashMap<>();
        for (NeighborLearned neighbor : sight.neighbors()) {
            macs.put(neighbor.backend(), neighbor.mac());
        }
        Map<UUID, IpAddress> vips = new HashMap<>();
        desired.vips().forEach(vip -> vips.put(vip.id(), vip.address()));
        Map<UUID, IpAddress> served = new HashMap<>();
        desired.listeners()
                .forEach(listener ->
                        Optional.ofNullable(vips.get(listener.vip())).ifPresent(vip -> served.put(listener.id(), vip)));
        for (HealthState state : sight.health()) {
            IpAddress vip = served.get(state.listener());
            MacAddress mac = macs.get(state.backend());
            if (vip != null && mac != null && state.path() == MonitorPath.DSR && state.health() == Health.UP) {
                holder.held(vip, mac, state.since());
            }
        }
    }
}
