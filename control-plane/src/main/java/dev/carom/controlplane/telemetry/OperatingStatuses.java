package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.OperatingStatus;
import dev.carom.controlplane.telemetry.Serving.Member;
import dev.carom.controlplane.telemetry.Serving.Path;
import dev.carom.controlplane.telemetry.Serving.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges the resources of one {@link Serving} by what was heard. Pure: one is made for one question.
 *
 * @param nodes of each group
 * @param fresh what was heard lately, by group
 */
record OperatingStatuses(
        Serving serving,
        Map<UUID, Map<UUID, String>> nodes,
        Map<UUID, List<HeardNode>> fresh,
        Map<UUID, List<Member>> byPool) {

    /** @param heard lately, by node */
    static OperatingStatuses of(Serving serving, Map<UUID, Map<UUID, String>> nodes, Map<UUID, HeardNode> heard) {
        Map<UUID, List<HeardNode>> fresh = new HashMap<>();
        nodes.forEach((group, members) -> fresh.put(
                group,
                members.keySet().stream()
                        .map(heard::get)
                        .filter(Objects::nonNull)
                        .toList()));
        return new OperatingStatuses(
                serving, nodes, fresh, serving.members().stream().collect(Collectors.groupingBy(Member::poolId)));
    }

    Map<UUID, Judgement> vips() {
        Map<UUID, List<Path>> byVip = serving.paths().stream().collect(Collectors.groupingBy(Path::vipId));
        return serving.places().stream()
                .collect(Collectors.toMap(
                        Place::vipId,
                        place -> OperatingRules.vip(
                                place.adminState(),
                                owned(place),
                                byVip.getOrDefault(place.vipId(), List.of()).stream()
                                        .filter(Path::own)
                                        .map(path -> poolOn(path).status())
                                        .toList())));
    }

    Map<UUID, Judgement> listeners() {
        Map<UUID, Place> places =
                serving.places().stream().collect(Collectors.toMap(Place::vipId, Function.identity()));
        return serving.paths().stream()
                .filter(Path::own)
                .collect(Collectors.toMap(
                        Path::listenerId,
                        path -> OperatingRules.listener(
                                path.listenerState(),
                                owned(Objects.requireNonNull(places.get(path.vipId()))),
                                poolOn(path))));
    }

    Map<UUID, Judgement> pools(Collection<UUID> ids) {
        Map<UUID, List<Path>> byPool = serving.paths().stream().collect(Collectors.groupingBy(Path::poolId));
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> {
            List<Path> paths = byPool.getOrDefault(id, List.of());
            boolean forwardsAll = !paths.isEmpty() && paths.getFirst().forwardsAllWhenDown();
            return OperatingRules.pool(
                    byPool().getOrDefault(id, List.of()).stream()
                            .filter(Member::serves)
                            .map(member -> backend(member, paths).status())
                            .toList(),
                    forwardsAll);
        }));
    }

    Map<UUID, Judgement> backends() {
        Map<UUID, List<Path>> byPool = serving.paths().stream().collect(Collectors.groupingBy(Path::poolId));
        return serving.members().stream()
                .collect(Collectors.toMap(
                        Member::id, member -> backend(member, byPool.getOrDefault(member.poolId(), List.of()))));
    }

    private Judgement backend(Member member, List<Path> paths) {
        return OperatingRules.backend(
                member.adminState(),
                member.monitored(),
                paths.stream().map(path -> probed(path, member.id())).toList());
    }

    private Judgement poolOn(Path path) {
        return OperatingRules.pool(
                byPool().getOrDefault(path.poolId(), List.of()).stream()
                        .filter(Member::serves)
                        .map(member -> path.monitored() ? probed(path, member.id()) : OperatingStatus.NO_MONITOR)
                        .toList(),
                path.forwardsAllWhenDown());
    }

    private OperatingStatus probed(Path path, UUID backend) {
        return OperatingRules.probed(freshOf(path.nodeGroupId()).stream()
                .flatMap(node -> node.healthOf(backend).stream())
                .filter(health -> health.listenerId().equals(path.listenerId()))
                .map(NodeReport.BackendHealth::state)
                .toList());
    }

    private Judgement owned(Place place) {
        return OperatingRules.owned(
                nodes.getOrDefault(place.nodeGroupId(), Map.of()).size(),
                freshOf(place.nodeGroupId()).stream().map(HeardNode::report).toList(),
                report -> report.virtualRouters().stream()
                        .anyMatch(router ->
                                router.owner() && router.virtualRouterId().equals(place.virtualRouterId())));
    }

    private List<HeardNode> freshOf(UUID nodeGroup) {
        return fresh.getOrDefault(nodeGroup, List.of());
    }
}
