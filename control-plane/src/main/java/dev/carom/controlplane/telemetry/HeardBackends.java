package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.pool.BackendObservations;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.rollout.Provisioned;
import dev.carom.controlplane.rollout.Provisionings;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import dev.carom.controlplane.telemetry.Serving.Member;
import dev.carom.controlplane.telemetry.Serving.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what nodes see of backends: every judgement with its observer and its age, old ones as UNKNOWN. */
@Component
class HeardBackends implements BackendObservations {
    private final Provisionings provisionings;
    private final ServingReader reader;
    private final HeardStatuses statuses;
    private final NodeReports reports;
    private final Clock clock;

    HeardBackends(
            Provisionings provisionings,
            ServingReader reader,
            HeardStatuses statuses,
            NodeReports reports,
            Clock clock) {
        this.provisionings = provisionings;
        this.reader = reader;
        this.statuses = statuses;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Seen> of(Collection<UUID> backends) {
        Serving serving = reader.read(ResourceType.BACKEND, backends);
        Provisioned provisioned = provisionings.of(ResourceType.BACKEND, backends);
        Map<UUID, List<Path>> paths = serving.paths().stream().collect(Collectors.groupingBy(Path::poolId));
        Map<UUID, Observed> observed = serving.members().stream()
                .collect(Collectors.toMap(
                        Member::id,
                        member -> observed(
                                member.id(), paths.getOrDefault(member.poolId(), List.of()), provisioned.nodes())));
        Map<UUID, Seen> seen = new HashMap<>();
        Map<UUID, ResourceStatus> judged = statuses.judge(ResourceType.BACKEND, backends, serving, provisioned);
        judged.forEach((backend, status) ->
                seen.put(backend, new Seen(status, observed.getOrDefault(backend, Observed.NOTHING))));
        return seen;
    }

    /** @param paths that lead to the backend: the nodes of their groups see it */
    private Observed observed(UUID backend, List<Path> paths, Map<UUID, Map<UUID, String>> nodes) {
        Map<UUID, UUID> vips =
                paths.stream().collect(Collectors.toMap(Path::listenerId, Path::vipId, (first, second) -> first));
        Map<UUID, String> observers = new HashMap<>();
        paths.forEach(path -> observers.putAll(nodes.getOrDefault(path.nodeGroupId(), Map.of())));
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
                .flatMap(node -> node.neighborOf(backend).stream())
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
                .flatMap(node -> node.countersOf(backend).stream())
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
