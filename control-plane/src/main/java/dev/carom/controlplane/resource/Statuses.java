package dev.carom.controlplane.resource;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows how resources are doing; whoever hears the nodes answers it, in a number of statements that does not grow. */
public interface Statuses {
    /** One for each of the ids, also for those that are no more. */
    Map<UUID, ResourceStatus> of(ResourceType type, Collection<UUID> ids);
}
