package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendObservations;
import dev.carom.controlplane.pool.BackendObservations.Seen;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows backends with how they are doing and what nodes see of them, many in as many statements as one. */
@Component
class BackendViews implements ResourceViews {
    private final BackendRepository repository;
    private final BackendObservations observations;

    BackendViews(BackendRepository repository, BackendObservations observations) {
        this.repository = repository;
        this.observations = observations;
    }

    @Override
    public ResourceType type() {
        return ResourceType.BACKEND;
    }

    @Override
    public Map<UUID, BackendResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids).stream()
                        .filter(backend -> !backend.departing())
                        .toList())
                .stream()
                .collect(Collectors.toMap(BackendResource::id, Function.identity()));
    }

    List<BackendResource> all(List<Backend> backends) {
        Map<UUID, Seen> seen =
                observations.of(backends.stream().map(Backend::id).toList());
        return backends.stream()
                .map(backend -> BackendResource.of(backend, Objects.requireNonNull(seen.get(backend.id()))))
                .toList();
    }
}
