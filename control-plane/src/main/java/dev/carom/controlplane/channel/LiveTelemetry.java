package dev.carom.controlplane.channel;

import dev.carom.controlplane.telemetry.LiveSubscriptions;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells this replica's nodes what somebody looks at, on whichever replica. */
@Component
class LiveTelemetry {
    private final LiveSubscriptions subscriptions;
    private final OpenWatches watches;

    LiveTelemetry(LiveSubscriptions subscriptions, OpenWatches watches) {
        this.subscriptions = subscriptions;
        this.watches = watches;
    }

    @Scheduled(fixedDelay = 1_000)
    void ask() {
        Map<UUID, Set<String>> wanted = subscriptions.byNodeGroup();
        watches.forEach(watch -> watch.ask(wanted.getOrDefault(watch.node().nodeGroupId(), Set.of())));
    }
}
