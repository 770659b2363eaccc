package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.RevisionId;
import dev.carom.contract.v1.WatchRequest;
import dev.carom.contract.v1.WatchResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one stream open: dials, reads, and dials again for as long as the agent runs. */
final class WatchLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);

    /** Waits between two dials; tests replace it. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /** What reads the messages. */
    interface Handler {
        void connected(boolean now);

        /** How long to wait before dialling again, when the message asks for it. */
        Optional<Duration> receive(WatchResponse message);
    }

    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Ledger ledger;
    private final Handler handler;
    private final Backoff backoff;
    private final Pause pause;

    WatchLoop(
            ConnectClient client,
            Endpoints endpoints,
            Self self,
            Ledger ledger,
            Handler handler,
            Backoff backoff,
            Pause pause) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
        this.ledger = ledger;
        this.handler = handler;
        this.backoff = backoff;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            while (true) {
                pause.sleep(watch(endpoints.current()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One stream, to its end. Returns how long to wait before the next. */
    private Duration watch(URI url) throws InterruptedException {
        try (StreamBody body = client.open(url, "Watch", request())) {
            Optional<Duration> asked = read(body, url);
            if (asked.isPresent()) {
                LOG.info(
                        "{} asks to dial again within {} ms",
                        url,
                        asked.orElseThrow().toMillis());
                endpoints.next();
                return asked.orElseThrow();
            }
            LOG.warn("{} ended the stream", url);
        } catch (IOException failure) {
            LOG.warn("{} is lost: {}", url, failure.toString());
        } catch (RuntimeException defect) {
            // Whatever one message does, the next dial must come: nobody else would notice that this thread ended.
            LOG.error("the stream of {} was given up", url, defect);
        } finally {
            handler.connected(false);
        }
        endpoints.next();
        return backoff.next();
    }

    private Optional<Duration> read(StreamBody body, URI url) throws IOException, InterruptedException {
        boolean connected = false;
        for (Optional<Envelope> next = Envelope.read(body); next.isPresent(); next = Envelope.read(body)) {
            Envelope envelope = next.orElseThrow();
            if (envelope.isEnd()) {
                Optional<ConnectException> error = ConnectException.ofEnd(envelope.payload());
                if (error.isPresent()) {
                    throw error.orElseThrow();
                }
                return Optional.empty();
            }
            if (!connected) {
                LOG.info("connected to {}", url);
                backoff.reset();
                connected = true;
                handler.connected(true);
            }
            Optional<Duration> wait = handler.receive(WatchResponse.parseFrom(envelope.payload()));
            if (wait.isPresent()) {
                return wait;
            }
        }
        return Optional.empty();
    }

    private WatchRequest request() {
        WatchRequest.Builder request = WatchRequest.newBuilder()
                .setNodeId(self.nodeId())
                .setBootId(self.bootId())
                .setAgentVersion(self.version());
        ledger.have()
                .ifPresent(have -> request.setHave(RevisionId.newBuilder()
                                .setEpoch(have.id().epoch())
                                .setRevision(have.id().revision()))
                        .setHash(ByteString.copyFrom(HexFormat.of().parseHex(have.hash()))));
        return request.build();
    }
}
