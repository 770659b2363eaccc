package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.AcknowledgeResponse;
import dev.carom.contract.v1.RevisionId;
import dev.carom.contract.v1.Stage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Climbs the ladder of each state, rung by rung and in order; what a newer state made pointless is not sent. A rung that
 * could not be told is tried again while there is a connection. Its own thread sends; any thread climbs.
 */
final class Acknowledger implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

    private record Rung(ReceivedState.Name name, Stage stage, List<ResourceError> errors) {}

    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Deque<Rung> untold = new ArrayDeque<>();
    private boolean connected;

    Acknowledger(ConnectClient client, Endpoints endpoints, Self self) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
    }

    synchronized void climb(ReceivedState.Name name, Stage stage, List<ResourceError> errors) {
        untold.removeIf(rung -> rung.name().id().compareTo(name.id()) < 0 && rung.stage() != Stage.STAGE_REJECTED);
        Rung rung = new Rung(name, stage, errors);
        if (!untold.contains(rung)) {
            untold.add(rung);
        }
        notifyAll();
    }

    /** Told by the watch: while there is no connection nothing is tried. */
    synchronized void connected(boolean now) {
        connected = now;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (true) {
                tell(take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Rung rung) throws InterruptedException {
        try {
            send(rung);
            done(rung);
            backoff.reset();
        } catch (IOException failure) {
            LOG.warn(
                    "{} of revision {} was not told: {}",
                    rung.stage(),
                    rung.name().id(),
                    failure.toString());
            if (failure instanceof ConnectException refused && !refused.mayPass()) {
                done(rung);
            } else {
                Thread.sleep(backoff.next());
            }
        } catch (RuntimeException defect) {
            LOG.error(
                    "{} of revision {} cannot be told",
                    rung.stage(),
                    rung.name().id(),
                    defect);
            done(rung);
        }
    }

    private synchronized Rung take() throws InterruptedException {
        @Nullable Rung head = connected ? untold.peek() : null;
        while (head == null) {
            wait();
            head = connected ? untold.peek() : null;
        }
        return head;
    }

    private synchronized void done(Rung rung) {
        untold.remove(rung);
    }

    private void send(Rung rung) throws IOException, InterruptedException {
        AcknowledgeRequest.Builder request = AcknowledgeRequest.newBuilder()
                .setNodeId(self.nodeId())
                .setId(RevisionId.newBuilder()
                        .setEpoch(rung.name().id().epoch())
                        .setRevision(rung.name().id().revision()))
                .setStage(rung.stage())
                .setHash(ByteString.copyFrom(HexFormat.of().parseHex(rung.name().hash())));
        rung.errors()
                .forEach(error -> request.addErrors(dev.carom.contract.v1.ResourceError.newBuilder()
                        .setResource(error.resource())
                        .setCode(error.code())
                        .setMessage(error.message())));
        client.call(endpoints.current(), "Acknowledge", request.build(), AcknowledgeResponse.parser());
    }
}
