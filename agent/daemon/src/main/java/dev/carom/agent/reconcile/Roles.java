package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers since when this node owns, or does not own, each virtual router. */
final class Roles {
    private final Clock clock;
    private Map<UUID, Running.Role> roles = Map.of();

    Roles(Clock clock) {
        this.clock = clock;
    }

    Map<UUID, Running.Role> follow(DesiredState desired, UUID node, boolean eligible) {
        Map<UUID, Running.Role> now = new HashMap<>();
        for (DesiredState.VirtualRouter router : desired.virtualRouters()) {
            boolean owner = eligible && Ownership.owns(router, node);
            Running.@Nullable Role before = roles.get(router.id());
            boolean same = before != null && before.owner() == owner;
            now.put(router.id(), same ? before : new Running.Role(owner, clock.instant()));
        }
        roles = Map.copyOf(now);
        return roles;
    }
}
