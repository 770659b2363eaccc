package dev.carom.agent.diagnose;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What to look at.
 *
 * @param vips empty = all that this node knows
 * @param backends empty = all of these VIPs
 * @param platforms of backends that do not run Linux
 */
public record Request(Set<UUID> vips, Set<UUID> backends, Map<UUID, Platform> platforms) {
    public static final Request EVERYTHING = new Request(Set.of(), Set.of(), Map.of());

    public Request {
        vips = Set.copyOf(vips);
        backends = Set.copyOf(backends);
        platforms = Map.copyOf(platforms);
    }

    boolean wantsVip(UUID vip) {
        return vips.isEmpty() || vips.contains(vip);
    }

    boolean wantsBackend(UUID backend) {
        return backends.isEmpty() || backends.contains(backend);
    }
}
