package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.OperatingStatus;
import dev.carom.controlplane.resource.ProvisioningStatus;
import dev.carom.controlplane.rollout.Provisioned;
import dev.carom.controlplane.rollout.Provisioning;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges nodes, and groups by their nodes. A node without a connection is UNKNOWN: it forwards on if it lives. */
@Component
class NodeHealth {
    private final NodeReports reports;
    private final Clock clock;

    NodeHealth(NodeReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    Map<UUID, Judgement> nodes(Collection<UUID> ids, Provisioned provisioned) {
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> node(id, provisioned.resources().get(id))));
    }

    Map<UUID, Judgement> groups(Collection<UUID> ids, Provisioned provisioned) {
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> {
            List<OperatingStatus> nodes = provisioned.nodes().getOrDefault(id, Map.of()).keySet().stream()
                    .map(node -> node(node, null).status())
                    .toList();
            return nodes.isEmpty()
                    ? new Judgement(OperatingStatus.OFFLINE, "It has no nodes.")
                    : behind(
                            OperatingRules.together(nodes, "nodes are up"),
                            provisioned.resources().get(id));
        }));
    }

    private Judgement node(UUID id, @Nullable Provisioning provisioning) {
        Optional<NodeReport> latest = reports.latest(id);
        if (latest.isEmpty()) {
            return new Judgement(OperatingStatus.UNKNOWN, "It has never reported.");
        }
        NodeReport report = latest.get();
        Duration age = Duration.between(report.receivedAt(), clock.instant());
        if (age.compareTo(NodeReports.STALE) > 0) {
            return new Judgement(OperatingStatus.UNKNOWN, "It was last heard " + age.toSeconds() + " s ago.");
        }
        List<NodeReport.Engine> waiting =
                report.engines().stream().filter(engine -> !engine.ready()).toList();
        if (!OperatingRules.forwards(report)) {
            return new Judgement(
                    OperatingStatus.OFFLINE, waiting.isEmpty() ? "It runs no engine." : reason(waiting.getFirst()));
        }
        return waiting.isEmpty()
                ? behind(new Judgement(OperatingStatus.ONLINE, "Its engines are ready."), provisioning)
                : new Judgement(OperatingStatus.DEGRADED, reason(waiting.getFirst()));
    }

    private static String reason(NodeReport.Engine engine) {
        return "Its engine on " + engine.interfaceName() + " is not ready: " + engine.reason();
    }

    private static Judgement behind(Judgement judged, @Nullable Provisioning provisioning) {
        boolean wrong = Objects.nonNull(provisioning) && provisioning.status() == ProvisioningStatus.ERROR;
        return wrong && judged.status() == OperatingStatus.ONLINE
                ? new Judgement(OperatingStatus.DEGRADED, "It does not run what is configured.")
                : judged;
    }
}
