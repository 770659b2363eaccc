package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import dev.carom.controlplane.resource.Statuses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows pools with how they are doing, many in as many statements as one. */
@Component
class PoolViews implements ResourceViews {
    private final PoolRepository repository;
    private final Statuses statuses;

    PoolViews(PoolRepository repository, Statuses statuses) {
        this.repository = repository;
        this.statuses = statuses;
    }

    @Override
    public ResourceType type() {
        return ResourceType.POOL;
    }

    @Override
    public Map<UUID, PoolResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids)).stream()
                .collect(Collectors.toMap(PoolResource::id, Function.identity()));
    }

    List<PoolResource> all(List<Pool> pools) {
        Map<UUID, ResourceStatus> found =
                statuses.of(type(), pools.stream().map(Pool::id).toList());
        return pools.stream()
                .map(pool -> PoolResource.of(pool, Objects.requireNonNull(found.get(pool.id()))))
                .toList();
    }
}
