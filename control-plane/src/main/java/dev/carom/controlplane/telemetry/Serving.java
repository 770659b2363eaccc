package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.AdminState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of the configuration that an operating status is judged by: which listener leads to which backends, where. */
record Serving(List<Path> paths, List<Member> members, List<Place> places) {
    static final Serving NOTHING = new Serving(List.of(), List.of(), List.of());

    /** A listener and one of the pools that it leads to: its own, or the one that its own falls back to. */
    record Path(
            UUID listenerId,
            AdminState listenerState,
            UUID vipId,
            UUID nodeGroupId,
            UUID poolId,
            boolean own,
            boolean monitored,
            boolean forwardsAllWhenDown) {}

    /** A backend, and whether new flows are to go there. */
    record Member(UUID id, UUID poolId, AdminState adminState, int weight, boolean monitored) {
        boolean serves() {
            return adminState == AdminState.ENABLED && weight > 0;
        }
    }

    /** Where a VIP lives; of VIPs and listeners alone. */
    record Place(
            UUID vipId,
            AdminState adminState,
            UUID nodeGroupId,
            @Nullable UUID virtualRouterId) {}
}
