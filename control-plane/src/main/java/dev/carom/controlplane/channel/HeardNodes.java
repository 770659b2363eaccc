package dev.carom.controlplane.channel;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.node.NodeStatus;
import dev.carom.controlplane.node.NodeStatuses;
import dev.carom.controlplane.rollout.Acknowledgement;
import dev.carom.controlplane.rollout.Acknowledgements;
import dev.carom.controlplane.rollout.NodeProgress;
import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.NodeReports;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how nodes are doing from their streams, their acknowledgements and their last reports. */
@Component
class HeardNodes implements NodeStatuses {
    private final NodeConnections connections;
    private final Acknowledgements acknowledgements;
    private final NodeReports reports;

    HeardNodes(NodeConnections connections, Acknowledgements acknowledgements, NodeReports reports) {
        this.connections = connections;
        this.acknowledgements = acknowledgements;
        this.reports = reports;
    }

    @Override
    public Map<UUID, NodeStatus> of(Collection<UUID> nodes) {
        Set<UUID> connected = connections.connected(nodes);
        Map<UUID, NodeProgress> progress = acknowledgements.of(List.copyOf(nodes));
        return nodes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        node -> status(
                                connected.contains(node),
                                progress.getOrDefault(node, NodeProgress.NONE),
                                reports.latest(node))));
    }

    private static NodeStatus status(boolean connected, NodeProgress progress, Optional<NodeReport> report) {
        return new NodeStatus(
                connected,
                number(progress.received()),
                number(progress.applied()),
                number(progress.verified()),
                number(progress.rejected().map(Acknowledgement::id).orElse(null)),
                progress.errors().stream()
                        .map(error -> new NodeStatus.Error(error.resource(), error.code(), error.message()))
                        .toList(),
                report.map(NodeReport::engines).orElse(List.of()).stream()
                        .map(engine -> new NodeStatus.Engine(
                                engine.interfaceName(), engine.mode(), engine.ready(), engine.reason()))
                        .toList(),
                report.map(NodeReport::receivedAt).orElse(null));
    }

    private static @Nullable Long number(@Nullable RevisionId id) {
        return id == null ? null : id.revision();
    }
}
