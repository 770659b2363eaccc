package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.MacAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table file: what to compile, and what the node sees. Resources are named; their ids come from the names. */
public record GoldenTable(DesiredState desired, NodeView view) {

    public static GoldenTable read(String file) {
        YamlNode node = YamlNode.file(file)
                .allow("hash_key", "node", "nodes", "interfaces", "networks", "vips", "pools", "listeners");
        DesiredState desired = DesiredStateReader.read(node);
        return new GoldenTable(desired, view(node, desired));
    }

    /** The id of a named resource of a table file. */
    public static UUID id(String collection, String name) {
        return UUID.nameUUIDFromBytes((collection + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with other health, by backend name, at every listener. */
    GoldenTable withHealth(Map<String, Health> byBackend) {
        Map<NodeView.ListenerBackend, Health> health = new HashMap<>(view.health());
        byBackend.forEach((name, state) -> desired.listeners()
                .forEach(listener ->
                        health.put(new NodeView.ListenerBackend(listener.id(), id("backends", name)), state)));
        return new GoldenTable(desired, view(view.now(), health));
    }

    /** The same at another time of the wall clock. */
    public GoldenTable at(Instant now) {
        return new GoldenTable(desired, view(now, view.health()));
    }

    int interfaceIndex(String name) {
        List<String> names =
                view.interfaces().stream().map(NodeView.Interface::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("no interface " + name + " in " + names);
        }
        return names.indexOf(name);
    }

    /** The frame with the MACs that it has on its way to a backend. */
    byte[] addressed(byte[] frame, String interfaceName, String backend) {
        byte[] addressed = frame.clone();
        MacAddress mac = Objects.requireNonNull(view.neighbors().get(id("backends", backend)), backend);
        byte[] destination = mac.toBytes();
        byte[] source =
                view.interfaces().get(interfaceIndex(interfaceName)).mac().toBytes();
        System.arraycopy(destination, 0, addressed, 0, 6);
        System.arraycopy(source, 0, addressed, 6, 6);
        return addressed;
    }

    private NodeView view(Instant now, Map<NodeView.ListenerBackend, Health> health) {
        return new NodeView(
                view.node(), view.interfaces(), health, view.returned(), view.neighbors(), view.ownedVips(), now);
    }

    private static NodeView view(YamlNode node, DesiredState desired) {
        List<YamlNode> interfaces = node.nodes("interfaces");
        List<YamlNode> backends = node.nodes("pools").stream()
                .flatMap(pool -> pool.nodes("backends").stream())
                .toList();
        Map<String, Health> health = backends.stream()
                .filter(backend -> backend.has("health"))
                .collect(Collectors.toMap(
                        backend -> backend.text("name"), backend -> Health.valueOf(backend.text("health"))));
        NodeView view = new NodeView(
                id("nodes", node.text("node")),
                IntStream.range(0, interfaces.size())
                        .mapToObj(index -> port(index, interfaces.get(index)))
                        .toList(),
                Map.of(),
                returned(backends, desired),
                backends.stream()
                        .filter(backend -> backend.has("mac"))
                        .collect(Collectors.toMap(
                                backend -> id("backends", backend.text("name")),
                                backend -> MacAddress.parse(backend.text("mac")))),
                node.nodes("vips").stream()
                        .filter(vip -> vip.flag("owned", true))
                        .map(vip -> id("vips", vip.text("name")))
                        .collect(Collectors.toSet()),
                Instant.EPOCH);
        return new GoldenTable(desired, view).withHealth(health).view();
    }

    /** At every listener. */
    private static Map<NodeView.ListenerBackend, Instant> returned(List<YamlNode> backends, DesiredState desired) {
        Map<NodeView.ListenerBackend, Instant> returned = new HashMap<>();
        backends.stream()
                .filter(backend -> backend.has("returnedAt"))
                .forEach(backend -> desired.listeners()
                        .forEach(listener -> returned.put(
                                new NodeView.ListenerBackend(listener.id(), id("backends", backend.text("name"))),
                                Instant.EPOCH.plusSeconds(backend.number("returnedAt", 0)))));
        return returned;
    }

    private static NodeView.Interface port(int index, YamlNode node) {
        node.allow("name", "mac", "mtu", "networks");
        return new NodeView.Interface(
                index,
                node.text("name"),
                MacAddress.parse(node.text("mac")),
                node.number("mtu", 1500),
                node.texts("networks").stream()
                        .map(name -> id("networks", name))
                        .toList());
    }
}
