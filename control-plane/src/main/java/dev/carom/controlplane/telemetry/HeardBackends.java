package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.pool.BackendObservations;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what nodes see of backends: every judgement with its observer and its age, old ones as UNKNOWN. */
@Component
class HeardBackends implements BackendObservations {
    private final ServingReader reader;
    private final NodeReports reports;
    private final Clock clock;

    HeardBackends(ServingReader reader, NodeReports reports, Clock clock) {
        this.reader = reader;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Observed> of(Collection<UUID> backends) {
        Serving serving = reader.read(ResourceType.BACKEND, backends);
        Map<UUID, UUID> vips = serving.paths().stream()
                .collect(Collectors.toMap(Serving.Path::listenerId, Serving.Path::vipId, (first, second) -> first));
        Map<UUID, String> observers =
                reader
                        .nodes(serving.paths().stream()
                                .map(Serving.Path::nodeGroupId)
                                .toList())
                        .values()
                        .stream()
                        .flatMap(nodes -> nodes.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return backends.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> observed(id, vips, observers)));
    }

    private Observed observed(UUID backend, Map<UUID, UUID> vips, Map<UUID, String> observers) {
        Instant now = clock.instant();
        List<HeardNode> heard = observers.keySet().stream()
                .map(reports::heard)
                .flatMap(Optional::stream)
                .toList();
        List<Health> health = heard.stream()
                .flatMap(node -> node.healthOf(backend).stream()
                        .filter(each -> vips.containsKey(each.listenerId()))
                        .map(each -> health(node, each, vips, observers, now)))
                .sorted(Comparator.comparing(Health::listenerId).thenComparing(Health::observedByName))
                .toList();
        Optional<Neighbor> neighbor = heard.stream()
                .map(node -> node.neighbors().get(backend))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Neighbor::confirmedAt));
        List<HeardNode> fresh =
                heard.stream().filter(node -> reports.isFresh(node.report())).toList();
        return new Observed(
                health,
                neighbor.map(Neighbor::mac).orElse(null),
                neighbor.map(each -> millis(each.confirmedAt(), now)).orElse(null),
                fresh.isEmpty() ? null : flows(fresh, backend));
    }

    private static long flows(List<HeardNode> fresh, UUID backend) {
        return fresh.stream()
                .flatMap(node -> Stream.ofNullable(node.counters().get(backend)))
                .mapToLong(NodeReport.BackendCounters::flows)
                .sum();
    }

    private Health health(
            HeardNode node, BackendHealth health, Map<UUID, UUID> vips, Map<UUID, String> observers, Instant now) {
        NodeReport report = node.report();
        long age = millis(report.receivedAt(), now);
        boolean fresh = reports.isFresh(report);
        return new Health(
                health.listenerId(),
                Objects.requireNonNull(vips.get(health.listenerId())),
                health.path(),
                (fresh ? health.state() : HealthState.UNKNOWN).name(),
                health.since(),
                fresh
                        ? health.reason()
                        : "The node was last heard " + age / 1_000 + " s ago; it said " + health.state(),
                report.nodeId(),
                Objects.requireNonNull(observers.get(report.nodeId())),
                age);
    }

    private static long millis(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMillis());
    }
}
