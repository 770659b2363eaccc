package dev.carom.agent.forwarding;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Orders by the bytes of ids, the same on every node; {@link UUID#compareTo} compares signed and would not. */
final class IdOrder {
    private static final Comparator<UUID> BY_BYTES = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private IdOrder() {}

    static <T> List<T> sorted(List<T> resources, Function<T, UUID> id) {
        return resources.stream().sorted(Comparator.comparing(id, BY_BYTES)).toList();
    }
}
