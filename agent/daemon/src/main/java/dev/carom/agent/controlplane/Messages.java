package dev.carom.agent.controlplane;

import dev.carom.contract.v1.WatchResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sorts the messages of the stream. Owned by the watch's thread. */
final class Messages implements WatchLoop.Handler {
    private final Inbox inbox;
    private final Acknowledger acknowledger;
    private final Reporter reporter;
    private final LiveReporter live;
    private final CommandInbox commands;
    private final RandomGenerator random;

    Messages(
            Inbox inbox,
            Acknowledger acknowledger,
            Reporter reporter,
            LiveReporter live,
            CommandInbox commands,
            RandomGenerator random) {
        this.inbox = inbox;
        this.acknowledger = acknowledger;
        this.reporter = reporter;
        this.live = live;
        this.commands = commands;
        this.random = random;
    }

    @Override
    public void connected(boolean now) {
        acknowledger.connected(now);
        reporter.connected(now);
        live.connected(now);
    }

    @Override
    public Optional<Duration> receive(WatchResponse message) {
        switch (message.getMessageCase()) {
            case SNAPSHOT -> inbox.receive(message.getSnapshot());
            case RECONNECT -> {
                long jitter = Math.max(0, message.getReconnect().getJitterMs());
                return Optional.of(Duration.ofMillis(random.nextLong(jitter + 1)));
            }
            case COMMAND -> commands.receive(message.getCommand());
            case CANCEL -> commands.cancel(message.getCancel().getId());
            case TELEMETRY -> live.ask(message.getTelemetry());
            // A heartbeat has done its work by arriving.
            case UP_TO_DATE, HEARTBEAT, MESSAGE_NOT_SET -> {}
        }
        return Optional.empty();
    }
}
