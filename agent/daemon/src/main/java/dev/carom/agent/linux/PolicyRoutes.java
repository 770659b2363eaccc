package dev.carom.agent.linux;

import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The policy routes that lead a packet from a given source port to a VIP by way of a given backend. The kernel's own
 * dump is the only memory: each call reads it, compares, and changes the difference, so that what a killed predecessor
 * left and what somebody else removed are the same case. Everything is recognised by its exact mark: rules by
 * preference 7470 and protocol 201, routes by a table within 74700-74799 and protocol 201. One thread at a time.
 */
public final class PolicyRoutes {
    /** Packets from these source ports, both ends included, look into this table first. */
    public record PortRule(boolean ipv4, int firstPort, int lastPort, int table) {}

    /** The destination by way of the gateway; should the link take that route away, unreachable. */
    public record HostRoute(IpAddress destination, IpAddress gateway, String interfaceName, int table) {}

    /** All rules and routes that there should be. */
    public record Steering(Set<PortRule> rules, Set<HostRoute> routes) {
        public static final Steering NONE = new Steering(Set.of(), Set.of());

        public Steering {
            rules = Set.copyOf(rules);
            routes = Set.copyOf(routes);
        }
    }

    /**
     * What it took.
     *
     * @param added lines that were missing
     * @param removed lines that were there and should not be
     * @param failures what the kernel refused, as {@code ip} says it
     */
    public record Change(int added, int removed, List<String> failures) {
        public Change {
            failures = List.copyOf(failures);
        }

        Change plus(Change other) {
            List<String> all = new ArrayList<>(failures);
            all.addAll(other.failures);
            return new Change(added + other.added, removed + other.removed, all);
        }
    }

    /**
     * Makes the host's policy routes equal to these.
     *
     * @throws IOException when {@code ip} cannot be run; the host may then be half changed, and the next call mends it
     */
    public Change apply(Steering desired) throws IOException {
        return apply(desired, true).plus(apply(desired, false));
    }

    /** Removes every rule and route that bears the marks. */
    public Change clear() throws IOException {
        return apply(Steering.NONE);
    }

    private Change apply(Steering desired, boolean ipv4) throws IOException {
        String family = ipv4 ? "-4" : "-6";
        Set<PolicyLine> wanted = PolicyLine.of(desired, ipv4);
        Set<PolicyLine> present = PolicyLine.parse(
                IpBatch.run(family, List.of("rule show", "route show table all proto " + PolicyLine.PROTOCOL)), ipv4);
        List<String> commands = new ArrayList<>();
        Set<PolicyLine> missing = minus(wanted, present);
        missing.stream().sorted().map(PolicyLine::add).forEach(commands::add);
        Set<PolicyLine> surplus = minus(present, wanted);
        // Adding a next hop replaces the one before it, so that no probe meets a gap.
        surplus.removeIf(line -> line instanceof PolicyLine.NextHop old && replacedBy(missing, old));
        surplus.stream()
                .sorted(Comparator.reverseOrder())
                .map(PolicyLine::delete)
                .forEach(commands::add);
        List<String> failures = commands.isEmpty() ? List.of() : IpBatch.run(family, commands);
        return new Change(missing.size(), surplus.size(), failures);
    }

    private static boolean replacedBy(Set<PolicyLine> added, PolicyLine.NextHop old) {
        return added.stream().anyMatch(line -> line instanceof PolicyLine.NextHop next && next.replaces(old));
    }

    private static Set<PolicyLine> minus(Set<PolicyLine> from, Set<PolicyLine> these) {
        Set<PolicyLine> rest = new HashSet<>(from);
        rest.removeAll(these);
        return rest;
    }
}
