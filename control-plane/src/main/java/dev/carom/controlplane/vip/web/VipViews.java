package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import dev.carom.controlplane.resource.Statuses;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows VIPs with how they are doing, many in as many statements as one. */
@Component
class VipViews implements ResourceViews {
    private final VipRepository repository;
    private final Statuses statuses;

    VipViews(VipRepository repository, Statuses statuses) {
        this.repository = repository;
        this.statuses = statuses;
    }

    @Override
    public ResourceType type() {
        return ResourceType.VIP;
    }

    @Override
    public Map<UUID, VipResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids)).stream()
                .collect(Collectors.toMap(VipResource::id, Function.identity()));
    }

    List<VipResource> all(List<Vip> vips) {
        Map<UUID, ResourceStatus> found =
                statuses.of(type(), vips.stream().map(Vip::id).toList());
        return vips.stream()
                .map(vip -> VipResource.of(vip, Objects.requireNonNull(found.get(vip.id()))))
                .toList();
    }
}
