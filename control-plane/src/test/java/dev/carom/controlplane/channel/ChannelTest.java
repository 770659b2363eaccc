package dev.carom.controlplane.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.Snapshot;
import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.rollout.CurrentStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.UUID;
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
        while (states.of(group)
                .filter(state -> state.id().revision() >= node.revision())
                .isEmpty()) {
            Thread.sleep(5);
        }
        return node;
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
