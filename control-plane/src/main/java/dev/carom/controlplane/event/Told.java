package dev.carom.controlplane.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as a stream writes it.
 *
 * @param id what a watcher that comes back says that it has seen; absent for what is not kept
 * @param resourceType of what it is about; empty for what is not kept, and then {@code resourceId} is absent
 * @param data JSON, in one line
 */
record Told(
        @Nullable Long id,
        String type,
        String resourceType,
        @Nullable UUID resourceId,
        String data) {
    static Told unkept(String type, String data) {
        return new Told(null, type, "", null, data);
    }
}
