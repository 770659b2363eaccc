package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChannelRule4SilenceTest {
    private static final Duration SILENCE = Duration.ofMillis(300);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void aBlackHoledStreamIsGivenUpAndDialledAgain() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, SILENCE, control.url()).dial()) {
            FakeControlPlane.next(control.watches);
            control.sendUpToDate();

            FakeControlPlane.next(control.watches);
            assertThat(node.states).isEmpty();
        }
    }

    @Test
    void aStreamThatStallsWithinAnEnvelopeIsGivenUp() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/connect+proto\r\n\r\n\0\0\0";
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ConnectedNode node = new ConnectedNode(
                                directory, SILENCE, URI.create("http://127.0.0.1:" + listening.getLocalPort()))
                        .dial()) {
            try (Socket first = listening.accept()) {
                first.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                first.getOutputStream().flush();
                try (Socket second = listening.accept()) {
                    assertThat(second.isConnected()).isTrue();
                }
            }
            assertThat(node.states).isEmpty();
        }
    }

    @Test
    void aHeartbeatKeepsTheStream() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(2), control.url()).dial()) {
            FakeControlPlane.next(control.watches);
            for (int i = 0; i < 8; i++) {
                control.sendHeartbeat();
                Thread.sleep(400);
            }

            assertThat(control.watches).isEmpty();
            assertThat(node.states).isEmpty();
        }
    }

    @Test
    void reconnectIsHonouredAtTheNextReplica() throws Exception {
        try (FakeControlPlane leaving = new FakeControlPlane();
                FakeControlPlane staying = new FakeControlPlane();
                ConnectedNode node =
                        new ConnectedNode(directory, Duration.ofSeconds(10), leaving.url(), staying.url()).dial()) {
            FakeControlPlane.next(leaving.watches);
            leaving.sendReconnect(20);

            FakeControlPlane.next(staying.watches);
            staying.send(ExampleMessage.snapshot(1, 1, ExampleMessage.state().build())
                    .build());
            assertThat(FakeControlPlane.next(node.states).id().revision()).isEqualTo(1);
        }
    }

    @Test
    void aDeadReplicaIsPassedOver() throws Exception {
        URI dead;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), dead, control.url()).dial()) {
            FakeControlPlane.next(control.watches);
            assertThat(node.states).isEmpty();
        }
    }

    @Test
    void theWaitIsRandomBetweenTwoHundredMillisecondsAndABoundThatDoublesToThirtySeconds() {
        Backoff backoff = new Backoff(new Random(7));
        long bound = 400;
        for (int failure = 1; failure <= 50; failure++) {
            assertThat(backoff.next()).isBetween(Backoff.SHORTEST, Duration.ofMillis(Math.min(bound, 30_000)));
            bound = Math.min(bound * 2, 30_000);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(400));
    }
}
