package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.linux.PolicyRoutes.HostRoute;
import dev.carom.agent.linux.PolicyRoutes.PortRule;
import dev.carom.agent.linux.PolicyRoutes.Steering;
import dev.carom.agent.packet.IpAddress;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which routing table leads to which hop. A table holds at most one backend of each VIP, so the tables, and with them
 * the rules that the kernel walks for every packet, are as many as the widest VIP has backends, however many VIPs
 * there are.
 */
public record SteeringPlan(Map<Target.Hop, Integer> slots) {
    /** Tables 74700-74799. */
    public static final int SLOTS = 100;

    private static final int FIRST_TABLE = 74_700;

    public static final SteeringPlan EMPTY = new SteeringPlan(Map.of());

    public SteeringPlan {
        slots = Map.copyOf(slots);
    }

    /** Hops that stay keep their slot; a hop beyond the hundredth backend of a VIP gets none. */
    public SteeringPlan with(Collection<Target.Hop> wanted) {
        Map<Target.Hop, Integer> next = new HashMap<>(slots);
        next.keySet().retainAll(new HashSet<>(wanted));
        Map<IpAddress, BitSet> taken = new HashMap<>();
        next.forEach((hop, slot) -> of(taken, hop).set(slot));
        for (Target.Hop hop : new LinkedHashSet<>(wanted)) {
            int free = of(taken, hop).nextClearBit(0);
            if (!next.containsKey(hop) && free < SLOTS) {
                of(taken, hop).set(free);
                next.put(hop, free);
            }
        }
        return new SteeringPlan(next);
    }

    OptionalInt slotOf(Target.Hop hop) {
        Integer slot = slots.get(hop);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    OptionalInt tableOf(Target.Hop hop) {
        OptionalInt slot = slotOf(hop);
        return slot.isEmpty() ? slot : OptionalInt.of(FIRST_TABLE + slot.getAsInt());
    }

    /** The rules and routes that carry this plan out. */
    public Steering steering() {
        Set<PortRule> rules = new HashSet<>();
        Set<HostRoute> routes = new HashSet<>();
        slots.forEach((hop, slot) -> {
            int first = SourcePorts.firstOf(slot);
            int last = first + SourcePorts.PER_SLOT - 1;
            rules.add(new PortRule(hop.vip().isIpv4(), first, last, FIRST_TABLE + slot));
            routes.add(new HostRoute(
                    hop.vip(), hop.backend(), hop.interfaceName(), FIRST_TABLE + slot, hopLimit(hop.kind())));
        });
        return new Steering(rules, routes);
    }

    /**
     * A backend that lacks the VIP and routes would send the probe on to the VIP's owner, and that one to a backend
     * which answers. It has one hop to live, which delivery to a loopback does not spend; kube-proxy does, to a pod.
     */
    private static int hopLimit(BackendKind kind) {
        return switch (kind) {
            case LOOPBACK -> 1;
            case KUBE_PROXY -> 0;
        };
    }

    private static BitSet of(Map<IpAddress, BitSet> taken, Target.Hop hop) {
        return taken.computeIfAbsent(hop.vip(), vip -> new BitSet(SLOTS));
    }
}
