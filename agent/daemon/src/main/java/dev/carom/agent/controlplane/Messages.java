package dev.carom.agent.controlplane;

import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportCommandResponse;
import dev.carom.contract.v1.ResourceError;
import dev.carom.contract.v1.WatchResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts the messages of the stream. Owned by the watch's thread. */
final class Messages implements WatchLoop.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Inbox inbox;
    private final Acknowledger acknowledger;
    private final Reporter reporter;
    private final LiveReporter live;
    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final RandomGenerator random;

    Messages(
            Inbox inbox,
            Acknowledger acknowledger,
            Reporter reporter,
            LiveReporter live,
            ConnectClient client,
            Endpoints endpoints,
            Self self,
            RandomGenerator random) {
        this.inbox = inbox;
        this.acknowledger = acknowledger;
        this.reporter = reporter;
        this.live = live;
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
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
            case COMMAND -> decline(message.getCommand());
            case TELEMETRY -> live.ask(message.getTelemetry());
            // A heartbeat has done its work by arriving.
            case UP_TO_DATE, HEARTBEAT, CANCEL, MESSAGE_NOT_SET -> {}
        }
        return Optional.empty();
    }

    /** No command is served by this version: whoever waits for an answer gets one. */
    private void decline(Command command) {
        ReportCommandRequest answer = ReportCommandRequest.newBuilder()
                .setNodeId(self.nodeId())
                .setId(command.getId())
                .setSequence(1)
                .setLast(true)
                .setError(ResourceError.newBuilder()
                        .setCode("UNSUPPORTED_BY_NODE")
                        .setMessage("agent " + self.version() + " does not serve " + command.getKind()))
                .build();
        Thread.ofVirtual().name("decline-command").start(() -> {
            try {
                client.call(endpoints.current(), "ReportCommand", answer, ReportCommandResponse.parser());
            } catch (IOException failure) {
                LOG.warn("a command was not declined: {}", failure.toString());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
