package dev.carom.agent.linux;

import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policy routes that lead a packet from a given source port to a VIP by way of a given backend. The kernel's own
 * dump is the only memory: each call reads it, compares, and changes the difference, so that what a killed predecessor
 * left and what somebody else removed are the same case. Everything is recognised by its exact mark: rules by
 * preference 7470 and protocol 201, routes by a table within 74700-74799 and protocol 201. One thread at a time.
 */
public final class PolicyRoutes {
    private static final String FAILED = "Command failed -:";

    /** Packets from these source ports, both ends included, look into this table first. */
    public record PortRule(boolean ipv4, int firstPort, int lastPort, int table) {}

    /**
     * The destination by way of the gateway; should the link take that route away, unreachable.
     *
     * @param hopLimit the TTL of packets sent by it; 0 is the host's own
     */
    public record HostRoute(IpAddress destination, IpAddress gateway, String interfaceName, int table, int hopLimit) {}

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
     * @param added lines that were missing and now are there
     * @param removed lines that were there and should not be
     * @param refused tables and destinations that the kernel would not take
     * @param failures why, as {@code ip} says it
     */
    public record Change(int added, int removed, Set<Refused> refused, List<String> failures) {
        public Change {
            refused = Set.copyOf(refused);
            failures = List.copyOf(failures);
        }

        Change plus(Change other) {
            Set<Refused> allRefused = new HashSet<>(refused);
            allRefused.addAll(other.refused);
            List<String> allFailures = new ArrayList<>(failures);
            allFailures.addAll(other.failures);
            return new Change(added + other.added, removed + other.removed, allRefused, allFailures);
        }
    }

    /** This destination is not led by this table. */
    public record Refused(IpAddress destination, int table) {}

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
                IpBatch.run(family, List.of("rule show", "route show table all proto " + PolicyLine.PROTOCOL)));
        Set<PolicyLine> missing = minus(wanted, present);
        Set<PolicyLine> surplus = minus(present, wanted);
        // Adding a next hop replaces the one before it, so that no probe meets a gap.
        surplus.removeIf(line -> line instanceof PolicyLine.NextHop old && replacedBy(missing, old));
        List<PolicyLine> additions = missing.stream().sorted().toList();
        List<String> commands =
                new ArrayList<>(additions.stream().map(PolicyLine::add).toList());
        surplus.stream()
                .sorted(Comparator.reverseOrder())
                .map(PolicyLine::delete)
                .forEach(commands::add);
        List<String> complaints = commands.isEmpty() ? List.of() : IpBatch.run(family, commands);
        Set<PolicyLine> failed = failed(additions, complaints);
        Set<Refused> refused = new HashSet<>();
        failed.stream().map(line -> refusedBy(line, desired, ipv4)).forEach(refused::addAll);
        return new Change(additions.size() - failed.size(), surplus.size(), refused, reasons(complaints));
    }

    /** {@code ip} names a failed command by its line, counted from 1: {@code Command failed -:3}. */
    private static Set<PolicyLine> failed(List<PolicyLine> additions, List<String> complaints) {
        Set<PolicyLine> failed = new HashSet<>();
        for (String complaint : complaints) {
            if (complaint.startsWith(FAILED)) {
                int number =
                        Integer.parseInt(complaint.substring(FAILED.length()).trim());
                if (number <= additions.size()) {
                    failed.add(additions.get(number - 1));
                }
            }
        }
        return failed;
    }

    private static Set<Refused> refusedBy(PolicyLine line, Steering desired, boolean ipv4) {
        return switch (line) {
            case PolicyLine.NextHop hop -> Set.of(new Refused(hop.destination(), hop.table()));
            case PolicyLine.Guard guard -> Set.of();
            case PolicyLine.Rule rule ->
                desired.routes().stream()
                        .filter(route -> route.table() == rule.table()
                                && route.destination().isIpv4() == ipv4)
                        .map(route -> new Refused(route.destination(), route.table()))
                        .collect(Collectors.toSet());
        };
    }

    private static List<String> reasons(List<String> complaints) {
        return complaints.stream()
                .filter(complaint -> !complaint.startsWith(FAILED))
                .distinct()
                .toList();
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
