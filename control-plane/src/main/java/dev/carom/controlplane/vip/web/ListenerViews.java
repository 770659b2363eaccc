package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.resource.ResourceViews;
import dev.carom.controlplane.resource.Statuses;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows listeners with how they are doing, many in as many statements as one. */
@Component
class ListenerViews implements ResourceViews {
    private final ListenerRepository repository;
    private final Statuses statuses;

    ListenerViews(ListenerRepository repository, Statuses statuses) {
        this.repository = repository;
        this.statuses = statuses;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LISTENER;
    }

    @Override
    public Map<UUID, ListenerResource> of(Collection<UUID> ids) {
        return all(repository.findAllById(ids)).stream()
                .collect(Collectors.toMap(ListenerResource::id, Function.identity()));
    }

    List<ListenerResource> all(List<Listener> listeners) {
        Map<UUID, ResourceStatus> found =
                statuses.of(type(), listeners.stream().map(Listener::id).toList());
        return listeners.stream()
                .map(listener -> ListenerResource.of(listener, Objects.requireNonNull(found.get(listener.id()))))
                .toList();
    }
}
