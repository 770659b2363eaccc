package dev.carom.controlplane.resource;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Shows resources of one type as REST does, to whoever tells of them. */
public interface ResourceViews {
    ResourceType type();

    /** Those that are no more are left out. */
    Map<UUID, ?> of(Collection<UUID> ids);
}
