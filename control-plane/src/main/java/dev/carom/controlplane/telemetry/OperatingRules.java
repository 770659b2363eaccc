package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.resource.OperatingStatus;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Judges from what was heard lately alone. Pure; what nobody has said lately is UNKNOWN, never green. */
final class OperatingRules {
    private OperatingRules() {}

    /** One backend on one listener, by the judgements of all nodes whose reports are fresh. */
    static OperatingStatus probed(Collection<HealthState> fresh) {
        boolean up = fresh.contains(HealthState.UP);
        boolean down = fresh.contains(HealthState.DOWN);
        if (up && down) {
            return OperatingStatus.DEGRADED;
        }
        return up ? OperatingStatus.ONLINE : down ? OperatingStatus.OFFLINE : OperatingStatus.UNKNOWN;
    }

    /** @param byListener one for each listener that leads to it */
    static Judgement backend(AdminState adminState, boolean monitored, List<OperatingStatus> byListener) {
        return switch (adminState) {
            case DISABLED -> new Judgement(OperatingStatus.OFFLINE, "It is disabled.");
            case DRAINING -> new Judgement(OperatingStatus.DRAINING, "It keeps its flows and takes no new ones.");
            case ENABLED -> {
                if (!monitored) {
                    yield new Judgement(OperatingStatus.NO_MONITOR, "Its pool has no health monitor.");
                }
                yield byListener.isEmpty()
                        ? new Judgement(OperatingStatus.UNKNOWN, "No listener leads to it, so no node probes it.")
                        : together(byListener, "listeners see it up");
            }
        };
    }

    /** @param members of the pool's backends that are to take new flows */
    static Judgement pool(List<OperatingStatus> members, boolean forwardsAllWhenDown) {
        if (members.isEmpty()) {
            return new Judgement(OperatingStatus.OFFLINE, "No backend is to take new flows.");
        }
        Judgement judged = together(members, "backends are up");
        return judged.status() == OperatingStatus.OFFLINE && forwardsAllWhenDown
                ? new Judgement(OperatingStatus.DEGRADED, "All backends are down; flows go to all of them.")
                : judged;
    }

    /** @param owned whether a node carries the VIP */
    static Judgement listener(AdminState adminState, Judgement owned, Judgement pool) {
        return asked(adminState, owned.status() == OperatingStatus.ONLINE ? pool : owned);
    }

    static Judgement vip(AdminState adminState, Judgement owned, List<OperatingStatus> listeners) {
        if (owned.status() != OperatingStatus.ONLINE) {
            return asked(adminState, owned);
        }
        return asked(
                adminState,
                listeners.isEmpty()
                        ? new Judgement(OperatingStatus.OFFLINE, "It has no listeners.")
                        : together(listeners, "listeners serve"));
    }

    private static Judgement asked(AdminState adminState, Judgement judged) {
        return switch (adminState) {
            case ENABLED -> judged;
            case DRAINING -> new Judgement(OperatingStatus.DRAINING, "It keeps its flows and takes no new ones.");
            case DISABLED -> new Judgement(OperatingStatus.OFFLINE, "It is disabled.");
        };
    }

    /**
     * Whether a node carries the VIP.
     *
     * @param nodes of the group
     * @param fresh those of them that were heard lately
     */
    static Judgement owned(int nodes, Collection<NodeReport> fresh, Predicate<NodeReport> owns) {
        List<NodeReport> owners = fresh.stream().filter(owns).toList();
        if (owners.isEmpty()) {
            return fresh.size() < nodes || nodes == 0
                    ? new Judgement(OperatingStatus.UNKNOWN, "No node that carries it was heard lately.")
                    : new Judgement(OperatingStatus.OFFLINE, "No node of the group carries it.");
        }
        boolean ready = owners.stream().anyMatch(OperatingRules::forwards);
        return ready
                ? new Judgement(OperatingStatus.ONLINE, "")
                : new Judgement(OperatingStatus.OFFLINE, "The node that carries it is not ready to forward.");
    }

    static boolean forwards(NodeReport report) {
        return report.engines().stream().anyMatch(NodeReport.Engine::ready);
    }

    /** What parts make together: alike as they are, mixed DEGRADED; one that is unknown is never counted as up. */
    static Judgement together(List<OperatingStatus> parts, String up) {
        long online = parts.stream()
                .filter(Set.of(OperatingStatus.ONLINE, OperatingStatus.NO_MONITOR)::contains)
                .count();
        long unknown = parts.stream().filter(OperatingStatus.UNKNOWN::equals).count();
        OperatingStatus first = parts.getFirst();
        OperatingStatus status = parts.stream().allMatch(first::equals) ? first : OperatingStatus.DEGRADED;
        if (online == parts.size() && status == OperatingStatus.DEGRADED) {
            status = OperatingStatus.ONLINE;
        }
        String tail = unknown == 0 ? "." : "; " + unknown + " unknown.";
        return new Judgement(status, online + " of " + parts.size() + " " + up + tail);
    }
}
