package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.Snapshot;
import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.rollout.CurrentStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator and agents on a running control plane. */
@ControlPlaneTest
abstract class ChannelTest {
    @LocalServerPort
    int port;

    @Autowired
    CurrentStates states;

    HttpClient client = HttpClient.newHttpClient();
    Operator operator = new Operator(client, 0);

    @BeforeEach
    void dial() {
        operator = new Operator(client, port);
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
        client = HttpClient.newHttpClient();
    }

    FakeAgent agent(Operator.Registered node) {
        return new FakeAgent(client, port, node.token());
    }

    /** A node of a group of its own, whose state with the node in it is ready to be sent. */
    Operator.Registered registered() throws IOException, InterruptedException {
        Operator.Registered node = operator.node(operator.nodeGroup());
        UUID group = UUID.fromString(node.nodeGroupId());
        while (states.of(group, UUID.fromString(node.id()))
                .filter(state -> state.id().revision() >= node.revision())
                .isEmpty()) {
            Thread.sleep(5);
        }
        return node;
    }

    interface Reaction {
        ReportCommandRequest.Builder to(Command command, ReportCommandRequest.Builder answer) throws Exception;
    }

    /** What REST answers when the node reacts so to the one command that comes. */
    HttpResponse<String> answered(Operator.Registered node, Callable<HttpResponse<String>> asking, Reaction reaction)
            throws Exception {
        try (WatchStream stream = agent(node).watch();
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            stream.nextSnapshot();
            Future<HttpResponse<String>> response = executor.submit(asking);
            Command command = stream.nextCommand();
            ReportCommandRequest.Builder answer = ReportCommandRequest.newBuilder()
                    .setId(command.getId())
                    .setSequence(1)
                    .setLast(true);
            assertThat(agent(node)
                            .call("ReportCommand", reaction.to(command, answer).build())
                            .statusCode())
                    .isEqualTo(200);
            return response.get();
        }
    }

    static byte[] unpacked(Snapshot snapshot) throws IOException {
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(snapshot.getDesiredState().toByteArray()))) {
            return gzip.readAllBytes();
        }
    }

    static DesiredState state(Snapshot snapshot) throws IOException {
        try {
            return DesiredState.parseFrom(unpacked(snapshot));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
