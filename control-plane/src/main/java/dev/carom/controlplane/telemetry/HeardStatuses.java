package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.resource.OperatingStatus;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.Statuses;
import dev.carom.controlplane.rollout.Provisioned;
import dev.carom.controlplane.rollout.Provisioning;
import dev.carom.controlplane.rollout.Provisionings;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells how resources are doing from acknowledgements and from the reports that are fresh. */
@Component
class HeardStatuses implements Statuses {
    private static final Judgement GONE = new Judgement(OperatingStatus.UNKNOWN, "It is no more.");

    private final Provisionings provisionings;
    private final ServingReader reader;
    private final NodeReports reports;
    private final NodeHealth nodes;

    HeardStatuses(Provisionings provisionings, ServingReader reader, NodeReports reports, NodeHealth nodes) {
        this.provisionings = provisionings;
        this.reader = reader;
        this.reports = reports;
        this.nodes = nodes;
    }

    @Override
    public Map<UUID, ResourceStatus> of(ResourceType type, Collection<UUID> ids) {
        return judge(type, ids, reader.read(type, ids), provisionings.of(type, ids));
    }

    /** For who has read what serves the resources, and how far they have come, for more than this. */
    Map<UUID, ResourceStatus> judge(ResourceType type, Collection<UUID> ids, Serving serving, Provisioned provisioned) {
        Map<UUID, Judgement> operating = operating(type, ids, serving, provisioned);
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> {
            Provisioning provisioning =
                    Objects.requireNonNull(provisioned.resources().get(id));
            Judgement judged = operating.getOrDefault(id, GONE);
            return new ResourceStatus(provisioning.status(), provisioning.nodes(), judged.status(), judged.reason());
        }));
    }

    private Map<UUID, Judgement> operating(
            ResourceType type, Collection<UUID> ids, Serving serving, Provisioned provisioned) {
        OperatingStatuses statuses = OperatingStatuses.of(serving, provisioned.nodes(), reports.heardLately());
        return switch (type) {
            case NODE -> nodes.nodes(ids, provisioned);
            case NODE_GROUP -> nodes.groups(ids, provisioned);
            case VIP -> statuses.vips();
            case LISTENER -> statuses.listeners();
            case POOL -> statuses.pools(ids);
            case BACKEND -> statuses.backends();
            case HEALTH_MONITOR -> Map.of();
        };
    }
}
