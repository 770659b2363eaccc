package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The desired state of a table file; what a file does not say has the defaults of the API. */
final class DesiredStateReader {
    private DesiredStateReader() {}

    static DesiredState read(YamlNode node) {
        ByteBuffer key = ByteBuffer.wrap(HexFormat.of().parseHex(node.text("hash_key")));
        return new DesiredState(
                GoldenTable.id("node-groups", "golden"),
                new DesiredState.HashKey(key.getLong(), key.getLong()),
                node.nodes("networks").stream().map(DesiredStateReader::network).toList(),
                node.nodes("vips").stream().map(DesiredStateReader::vip).toList(),
                node.nodes("listeners").stream()
                        .map(DesiredStateReader::listener)
                        .toList(),
                node.nodes("pools").stream().map(DesiredStateReader::pool).toList(),
                List.of(),
                List.of(),
                node.nodes("nodes").stream().map(DesiredStateReader::node).toList());
    }

    private static DesiredState.Network network(YamlNode node) {
        node.allow("name", "subnets", "vlan", "mtu", "role");
        return new DesiredState.Network(
                GoldenTable.id("networks", node.text("name")),
                node.text("name"),
                "",
                node.number("vlan", 0),
                prefixes(node, "subnets"),
                node.number("mtu", 0),
                DesiredState.NetworkRole.valueOf(node.text("role", "BOTH")));
    }

    private static DesiredState.Node node(YamlNode node) {
        node.allow("name", "addresses", "macs");
        return new DesiredState.Node(
                GoldenTable.id("nodes", node.text("name")),
                node.text("name"),
                node.texts("addresses").stream().map(IpAddress::parse).toList(),
                node.texts("macs").stream().map(MacAddress::parse).toList());
    }

    private static DesiredState.Vip vip(YamlNode node) {
        node.allow("name", "address", "state", "unmatchedPort", "newFlowsPerSecond", "owned");
        return new DesiredState.Vip(
                GoldenTable.id("vips", node.text("name")),
                node.text("name"),
                IpAddress.parse(node.text("address")),
                state(node),
                DesiredState.UnmatchedPortPolicy.valueOf(node.text("unmatchedPort", "DROP")),
                node.number("newFlowsPerSecond", 0));
    }

    private static DesiredState.Listener listener(YamlNode node) {
        node.allow("name", "vip", "protocol", "ports", "pool", "state", "allowed", "denied", "newFlowsPerSource");
        return new DesiredState.Listener(
                GoldenTable.id("listeners", node.text("name")),
                GoldenTable.id("vips", node.text("vip")),
                node.text("name"),
                DesiredState.Protocol.valueOf(node.text("protocol", "TCP")),
                node.texts("ports").stream().map(DesiredStateReader::ports).toList(),
                GoldenTable.id("pools", node.text("pool")),
                state(node),
                prefixes(node, "allowed"),
                prefixes(node, "denied"),
                node.number("newFlowsPerSource", 0));
    }

    private static DesiredState.Pool pool(YamlNode node) {
        node.allow(
                "name",
                "algorithm",
                "affinity",
                "allDown",
                "fallback",
                "onBackendDown",
                "panicPercent",
                "monitored",
                "slowStartMs",
                "backends");
        return new DesiredState.Pool(
                GoldenTable.id("pools", node.text("name")),
                node.text("name"),
                DesiredState.Algorithm.valueOf(node.text("algorithm", "MAGLEV")),
                node.has("affinity") ? Optional.of(affinity(node.node("affinity"))) : Optional.empty(),
                DesiredState.AllDownPolicy.valueOf(node.text("allDown", "DROP")),
                node.find("fallback").map(name -> GoldenTable.id("pools", name.toString())),
                DesiredState.OnBackendDown.valueOf(node.text("onBackendDown", "MOVE")),
                node.number("panicPercent", 0),
                Duration.ofSeconds(300),
                Duration.ofMillis(node.number("slowStartMs", 0)),
                node.flag("monitored", true) ? Optional.of(GoldenTable.id("monitors", "any")) : Optional.<UUID>empty(),
                node.nodes("backends").stream().map(DesiredStateReader::backend).toList());
    }

    private static DesiredState.Affinity affinity(YamlNode node) {
        node.allow("ipv4Prefix", "ipv6Prefix", "timeoutMs");
        return new DesiredState.Affinity(
                node.number("ipv4Prefix", 32),
                node.number("ipv6Prefix", 128),
                Duration.ofMillis(node.number("timeoutMs", 60_000)));
    }

    /** {@code mac} is what the node resolved; {@code drainUntil}, {@code returnedAt} in seconds of the vector's clock. */
    private static DesiredState.Backend backend(YamlNode node) {
        node.allow(
                "name", "address", "mac", "weight", "state", "drainUntil", "returnedAt", "forwardsForOthers", "health");
        return new DesiredState.Backend(
                GoldenTable.id("backends", node.text("name")),
                node.text("name"),
                IpAddress.parse(node.text("address")),
                Optional.empty(),
                node.number("weight", 1),
                state(node),
                node.has("drainUntil")
                        ? Optional.of(Instant.EPOCH.plusSeconds(node.number("drainUntil", 0)))
                        : Optional.empty(),
                DesiredState.BackendKind.LOOPBACK,
                node.flag("forwardsForOthers", false));
    }

    private static DesiredState.AdminState state(YamlNode node) {
        return DesiredState.AdminState.valueOf(node.text("state", "ENABLED"));
    }

    private static DesiredState.PortRange ports(String text) {
        int dash = text.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        return new DesiredState.PortRange(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
    }

    private static List<IpPrefix> prefixes(YamlNode node, String key) {
        return node.texts(key).stream().map(IpPrefix::parse).toList();
    }
}
