package dev.carom.agent.linux;

import dev.carom.agent.linux.PolicyRoutes.HostRoute;
import dev.carom.agent.linux.PolicyRoutes.PortRule;
import dev.carom.agent.linux.PolicyRoutes.Steering;
import dev.carom.agent.packet.IpAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One rule or route as {@code ip -N} writes and reads it. Ordered so that a route is there before its rule. */
sealed interface PolicyLine extends Comparable<PolicyLine> {
    int PROTOCOL = 201;
    int PREFERENCE = 7470;
    int FIRST_TABLE = 74_700;
    int LAST_TABLE = 74_799;

    /** The kernel's own metric for the worst route but one: any route with a next hop wins over it. */
    long GUARD_METRIC = 4_278_198_272L;

    String add();

    String delete();

    int rank();

    @Override
    default int compareTo(PolicyLine other) {
        return rank() != other.rank() ? Integer.compare(rank(), other.rank()) : add().compareTo(other.add());
    }

    record Rule(int firstPort, int lastPort, int table) implements PolicyLine {
        @Override
        public String add() {
            return "rule add " + selector();
        }

        @Override
        public String delete() {
            return "rule del " + selector();
        }

        private String selector() {
            return "pref %d protocol %d sport %d-%d lookup %d"
                    .formatted(PREFERENCE, PROTOCOL, firstPort, lastPort, table);
        }

        @Override
        public int rank() {
            return 2;
        }
    }

    record NextHop(IpAddress destination, IpAddress gateway, String interfaceName, int table, int hopLimit)
            implements PolicyLine {
        @Override
        public String add() {
            return "route replace " + selector() + " onlink" + (hopLimit == 0 ? "" : " hoplimit " + hopLimit);
        }

        @Override
        public String delete() {
            return "route del " + selector();
        }

        boolean replaces(NextHop old) {
            return destination.equals(old.destination) && table == old.table;
        }

        private String selector() {
            return "%s via %s dev %s table %d proto %d".formatted(destination, gateway, interfaceName, table, PROTOCOL);
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /** Keeps a probe whose next hop is gone from wandering off by the main table, to whoever owns the VIP now. */
    record Guard(IpAddress destination, int table) implements PolicyLine {
        @Override
        public String add() {
            return "route replace " + selector();
        }

        @Override
        public String delete() {
            return "route del " + selector();
        }

        private String selector() {
            return "unreachable %s metric %d table %d proto %d".formatted(destination, GUARD_METRIC, table, PROTOCOL);
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    static Set<PolicyLine> of(Steering steering, boolean ipv4) {
        Set<PolicyLine> lines = new HashSet<>();
        for (PortRule rule : steering.rules()) {
            if (rule.ipv4() == ipv4) {
                lines.add(new Rule(rule.firstPort(), rule.lastPort(), rule.table()));
            }
        }
        for (HostRoute route : steering.routes()) {
            if (route.destination().isIpv4() == ipv4) {
                lines.add(new NextHop(
                        route.destination(), route.gateway(), route.interfaceName(), route.table(), route.hopLimit()));
                lines.add(new Guard(route.destination(), route.table()));
            }
        }
        return lines;
    }

    /** The lines of {@code ip -N rule show} and {@code ip -N route show table all proto 201} that bear our marks. */
    static Set<PolicyLine> parse(List<String> dump) {
        Set<PolicyLine> lines = new HashSet<>();
        for (String line : dump) {
            List<String> words = Arrays.asList(line.trim().split("\\s+"));
            Optional<PolicyLine> parsed = words.getFirst().endsWith(":") ? rule(words) : route(words);
            parsed.ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<PolicyLine> rule(List<String> words) {
        int table = number(after(words, "lookup"));
        String[] ports = after(words, "sport").split("-");
        boolean ours = words.getFirst().equals(PREFERENCE + ":")
                && number(after(words, "proto")) == PROTOCOL
                && isOurs(table)
                && ports.length == 2;
        return ours ? Optional.of(new Rule(number(ports[0]), number(ports[1]), table)) : Optional.empty();
    }

    private static Optional<PolicyLine> route(List<String> words) {
        int table = number(after(words, "table"));
        // With -N a route's type is a number: 7 is RTN_UNREACHABLE.
        boolean guard = words.getFirst().equals("7") || words.getFirst().equals("unreachable");
        if (!isOurs(table) || !guard && !isHostRoute(words)) {
            return Optional.empty();
        }
        if (guard) {
            return Optional.of(new Guard(IpAddress.parse(words.get(1)), table));
        }
        return Optional.of(new NextHop(
                IpAddress.parse(words.getFirst()),
                IpAddress.parse(after(words, "via")),
                after(words, "dev"),
                table,
                Math.max(0, number(after(words, "hoplimit")))));
    }

    private static boolean isHostRoute(List<String> words) {
        return words.getFirst().matches("[0-9a-f:.]+") && words.contains("via");
    }

    private static boolean isOurs(int table) {
        return table >= FIRST_TABLE && table <= LAST_TABLE;
    }

    private static String after(List<String> words, String key) {
        int index = words.indexOf(key);
        return index < 0 || index + 1 == words.size() ? "" : words.get(index + 1);
    }

    private static int number(String word) {
        return word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
    }
}
