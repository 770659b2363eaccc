package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns backends into table entries, and leaves out what would break direct server return. */
final class BackendCompiler {
    private static final int HEAVIEST = 256;

    private final EgressFinder egresses;
    private final Map<UUID, MacAddress> neighbors;
    private final Set<IpAddress> vips;
    private final Set<IpAddress> nodes;
    private final Set<UUID> seen = new HashSet<>();
    private final CompilationErrors errors;

    BackendCompiler(DesiredState desired, NodeView view, CompilationErrors errors) {
        egresses = new EgressFinder(desired, view);
        neighbors = view.neighbors();
        vips = desired.vips().stream().map(DesiredState.Vip::address).collect(Collectors.toSet());
        nodes = desired.nodes().stream()
                .flatMap(node -> node.addresses().stream())
                .collect(Collectors.toSet());
        this.errors = errors;
    }

    Optional<BackendEntry> compile(Backend backend) {
        return isAcceptable(backend)
                ? egresses.find(backend, errors).map(egress -> entry(backend, egress))
                : Optional.empty();
    }

    private BackendEntry entry(Backend backend, BackendEntry.Egress egress) {
        long mac = backend.mac()
                .or(() -> Optional.ofNullable(neighbors.get(backend.id())))
                .map(MacAddress::value)
                .orElse(BackendEntry.UNRESOLVED);
        return new BackendEntry(
                backend.id(),
                backend.name(),
                backend.address(),
                mac,
                backend.weight(),
                backend.forwardsForOthers(),
                egress,
                new Verdict.Forward(backend.id(), egress.interfaceIndex()));
    }

    private boolean isAcceptable(Backend backend) {
        List<Objection> objections = List.of(
                new Objection(!seen.add(backend.id()), "BACKEND_DUPLICATE", "a backend belongs to one pool"),
                new Objection(vips.contains(backend.address()), "BACKEND_IS_VIP", backend.address() + " is a VIP"),
                new Objection(nodes.contains(backend.address()), "BACKEND_IS_NODE", backend.address() + " is a node"),
                new Objection(
                        backend.weight() < 0 || backend.weight() > HEAVIEST,
                        "WEIGHT_OUT_OF_RANGE",
                        "weight " + backend.weight() + " is not within 0-" + HEAVIEST),
                new Objection(
                        backend.mac().map(MacAddress::isGroup).orElse(false),
                        "MAC_IS_GROUP",
                        "a backend's MAC cannot be a group address"));
        objections.stream()
                .filter(Objection::holds)
                .findFirst()
                .ifPresent(objection -> errors.add("backends", backend.id(), objection.code(), objection.message()));
        return objections.stream().noneMatch(Objection::holds);
    }

    private record Objection(boolean holds, String code, String message) {}
}
