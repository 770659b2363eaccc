package dev.carom.controlplane.diagnosis;

import dev.carom.controlplane.event.Events.Happening;
import dev.carom.controlplane.resource.ResourceType;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Tells of a finding on the timeline of what it is about. */
public final class FindingHappening {
    private FindingHappening() {}

    /**
     * A finding about what is no resource is laid to the node that found it.
     *
     * @param type {@code finding.opened} or {@code finding.closed}
     * @param finder what people call who found it
     */
    public static Happening of(String type, Finding finding, String finder, UUID node) {
        Optional<ResourceType> about = Arrays.stream(ResourceType.values())
                .filter(each -> finding.resource().startsWith(each.collection() + "/"))
                .findFirst();
        Optional<UUID> id = about.flatMap(
                each -> uuid(finding.resource().substring(each.collection().length() + 1)));
        return new Happening(
                type,
                id.isPresent() ? about.get().noun() : ResourceType.NODE.noun(),
                id.orElse(node),
                finding.code() + ", says " + finder + ": " + finding.summary());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
