package dev.carom.controlplane.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the database told of which streams are alive: one statement for all whose heartbeat has gone out, since a
 * statement for each would be a thousand nodes' steady load.
 */
@Component
class SignsOfLife {
    private final OpenWatches watches;
    private final NodeConnections connections;

    SignsOfLife(OpenWatches watches, NodeConnections connections) {
        this.watches = watches;
        this.connections = connections;
    }

    /** At a rate: with a delay it would wait behind whatever else is done with one. */
    @Scheduled(fixedRate = 1_000)
    void tell() {
        Map<UUID, Watch> beaten = new HashMap<>();
        watches.forEach(watch -> {
            if (watch.takeBeat()) {
                beaten.put(watch.id(), watch);
            }
        });
        if (beaten.isEmpty()) {
            return;
        }
        Set<UUID> alive = connections.seen(beaten.keySet());
        beaten.forEach((stream, watch) -> {
            if (!alive.contains(stream)) {
                watch.end(Watch.Ending.GONE);
            }
        });
    }
}
