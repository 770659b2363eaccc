package dev.carom.controlplane.channel;

import dev.carom.controlplane.channel.connect.ConnectCode;
import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.command.OpenStreams;
import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.CurrentStates;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The streams of this replica, one for each node. */
@Component
class OpenWatches implements SmartLifecycle, OpenStreams {
    private static final Duration LEAST_JITTER = Duration.ofMillis(200);
    private static final Duration JITTER_PER_STREAM = Duration.ofMillis(20);
    private static final Duration MOST_JITTER = Duration.ofSeconds(30);

    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** @throws ConnectException unavailable, while the server is going away */
    Watch open(AuthenticatedNode node) {
        if (!running) {
            throw new ConnectException(ConnectCode.UNAVAILABLE, "The control plane is shutting down: dial again.");
        }
        Watch watch = new Watch(node);
        Watch earlier = watches.put(node.id(), watch);
        if (earlier != null) {
            earlier.end(Watch.Ending.SUPERSEDED);
        }
        if (!running) {
            watch.end(Watch.Ending.SHUTDOWN);
        }
        return watch;
    }

    void close(Watch watch) {
        watches.remove(watch.node().id(), watch);
    }

    void acknowledged(UUID node, RevisionId revision) {
        Watch watch = watches.get(node);
        if (watch != null) {
            watch.acknowledge(revision);
        }
    }

    @EventListener
    void changed(CurrentStates.Changed changed) {
        watches.values().stream()
                .filter(watch -> watch.node().nodeGroupId().equals(changed.nodeGroupId()))
                .forEach(Watch::wake);
    }

    void forEach(Consumer<Watch> action) {
        watches.values().forEach(action);
    }

    @Override
    public Map<UUID, UUID> byNode() {
        return watches.values().stream()
                .collect(Collectors.toMap(watch -> watch.node().id(), Watch::id, (one, same) -> one));
    }

    @Override
    public void send(UUID node, UUID stream, Delivery delivery) {
        Watch watch = watches.get(node);
        if (watch != null && watch.id().equals(stream)) {
            watch.say(CommandMessages.command(delivery));
        }
    }

    @Override
    public void cancel(UUID node, UUID command) {
        Watch watch = watches.get(node);
        if (watch != null) {
            watch.say(CommandMessages.cancel(command));
        }
    }

    /** So much that the streams' nodes do not all dial at once. */
    Duration jitter() {
        Duration wanted = JITTER_PER_STREAM.multipliedBy(watches.size());
        if (wanted.compareTo(LEAST_JITTER) < 0) {
            return LEAST_JITTER;
        }
        return wanted.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : wanted;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Stops before the web server does, which waits for requests to end. */
    @Override
    public void stop() {
        running = false;
        watches.values().forEach(watch -> watch.end(Watch.Ending.SHUTDOWN));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
