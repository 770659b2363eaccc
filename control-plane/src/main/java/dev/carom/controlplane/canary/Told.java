package dev.carom.controlplane.canary;

import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import java.util.UUID;

/** Trials on the timeline of what tries. */
final class Told {
    private Told() {}

    /** @param target {@code node-groups/<uuid>} or {@code nodes/<uuid>} */
    static Happening about(String target, String verb, String summary) {
        int slash = target.indexOf('/');
        ResourceType type =
                target.startsWith(ResourceType.NODE.collection() + "/") ? ResourceType.NODE : ResourceType.NODE_GROUP;
        return new Happening("canary." + verb, type.noun(), UUID.fromString(target.substring(slash + 1)), summary);
    }
}
