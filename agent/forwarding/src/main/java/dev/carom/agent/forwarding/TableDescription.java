package dev.carom.agent.forwarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a table decides by, as text: what two nodes, or a table and its dump, are compared by. */
final class TableDescription {
    private final ForwardingTable table;
    private final List<String> lines = new ArrayList<>();

    TableDescription(ForwardingTable table) {
        this.table = table;
    }

    List<String> lines() {
        lines.clear();
        table.ports().forEach(port -> lines.add(port.toString()));
        lines.add("peers " + Arrays.toString(table.peerMacs()));
        lines.add("key " + hash(List.of(table.hashKey().toString())));
        for (int i = 0; i < table.backendCount(); i++) {
            lines.add(table.backend(i).toString());
        }
        table.vipEntries().forEach(this::describe);
        return List.copyOf(lines);
    }

    private void describe(VipEntry vip) {
        lines.add("vip %s %s %s %s owned=%s healthy=%s %s newFlowsPerSecond=%d"
                .formatted(
                        vip.id(),
                        vip.name(),
                        vip.address(),
                        vip.state(),
                        vip.owned(),
                        vip.healthy(),
                        vip.unmatchedPortPolicy(),
                        vip.newFlowsPerSecond()));
        describe("tcp", vip.tcp());
        describe("udp", vip.udp());
    }

    private void describe(String protocol, PortMap ports) {
        for (int i = 0; i < ports.size(); i++) {
            ListenerEntry listener = ports.listenerAt(i);
            lines.add(" %s %s listener %s %s %s newFlowsPerSecondPerSource=%d"
                    .formatted(
                            protocol,
                            ports.rangeAt(i),
                            listener.id(),
                            listener.state(),
                            listener.access(),
                            listener.newFlowsPerSecondPerSource()));
            describe(listener.route(), "  ");
        }
    }

    private void describe(Route route, String indent) {
        lines.add(indent
                + "pool %s %s %s %s candidates=%s weights=%s slots=%s mask=%s affinityMillis=%d panicking=%s healthy=%s %s"
                        .formatted(
                                route.pool(),
                                route.poolName(),
                                route.algorithm(),
                                route.dispositions(),
                                route.candidates(),
                                route.weights(),
                                slots(route.maglev()),
                                route.sourceMask(),
                                route.affinityMillis(),
                                route.panicking(),
                                route.healthy(),
                                route.emptyReason()));
        if (route.fallback() != null) {
            describe(route.fallback(), indent + " ");
        }
    }

    private static String slots(@Nullable MaglevTable maglev) {
        if (maglev == null) {
            return "none";
        }
        return maglev.size() + ":" + maglev.digest();
    }

    static String hash(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
