package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.diagnosis.FindingHappening;
import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.RouterRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in sentences what became different between two reports of a node. */
@Component
class ReportHappenings {
    /** More changes than this at once are one event: nobody reads them one by one. */
    static final int MOST = 200;

    private final ResourceNames names;

    ReportHappenings(ResourceNames names) {
        this.names = names;
    }

    List<Happening> between(@Nullable NodeReport before, NodeReport now) {
        ReportDifference difference = ReportDifference.between(before, now);
        if (difference.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> known = names.of(difference, now.nodeId());
        List<Happening> happenings = new ArrayList<>();
        String node = known.getOrDefault(now.nodeId(), "a node");
        if (difference.health().size() > MOST) {
            happenings.add(flood(difference.health(), now.nodeId(), node));
        } else {
            difference.health().forEach(each -> happenings.add(health(each, known, node)));
        }
        difference
                .opened()
                .forEach(each ->
                        happenings.add(FindingHappening.of("finding.opened", each.finding(), node, now.nodeId())));
        difference
                .closed()
                .forEach(each ->
                        happenings.add(FindingHappening.of("finding.closed", each.finding(), node, now.nodeId())));
        difference.tookOver().forEach(each -> happenings.add(takeOver(each, now.nodeId(), node)));
        return happenings;
    }

    private static Happening health(BackendHealth health, Map<UUID, String> known, String node) {
        String reason = health.reason().isEmpty() ? "" : ": " + health.reason();
        return new Happening(
                "backend." + health.state().name().toLowerCase(Locale.ROOT),
                ResourceType.BACKEND.noun(),
                health.backendId(),
                "Backend " + known.getOrDefault(health.backendId(), "that was deleted") + " is " + health.state()
                        + " on listener " + known.getOrDefault(health.listenerId(), "that was deleted") + ", says "
                        + node + reason);
    }

    private static Happening flood(List<BackendHealth> changes, UUID nodeId, String node) {
        long down = changes.stream()
                .filter(each -> each.state() == NodeReport.HealthState.DOWN)
                .count();
        return new Happening(
                "node.judged",
                ResourceType.NODE.noun(),
                nodeId,
                "Node " + node + " changed its mind on " + changes.size() + " backends at once: " + down + " are DOWN");
    }

    private static Happening takeOver(RouterRole role, UUID nodeId, String node) {
        return new Happening(
                "virtualRouter.moved",
                "virtualRouter",
                role.virtualRouterId(),
                "Node " + node + " took a virtual router over, and its VIPs",
                Map.of(
                        "id",
                        role.virtualRouterId(),
                        "ownerNodeId",
                        nodeId,
                        "ownerNodeName",
                        node,
                        "since",
                        role.since()));
    }
}
