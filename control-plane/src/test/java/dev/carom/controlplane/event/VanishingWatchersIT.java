package dev.carom.controlplane.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.AdminToken;
import dev.carom.controlplane.ControlPlaneTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that go without a word leave nothing behind, and one that does not read costs no more than its bound. */
@ControlPlaneTest
class VanishingWatchersIT {
    private static final int CLIENTS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    Watchers watchers;

    @Autowired
    Events events;

    /** Who watched in tests before may not have been missed yet. */
    @BeforeEach
    void nobodyWatches() throws InterruptedException {
        await(() -> watchers.count() == 0, "nobody watches");
    }

    @Test
    void fiveHundredThatVanishLeaveNoWatcherNoSocketAndNoThread() throws Exception {
        long sockets = sockets();
        int threads = Thread.activeCount();
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(dial());
        }
        await(() -> watchers.count() == CLIENTS, "all watch");
        for (Socket client : clients) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0); // A reset, as of a host that lost its memory.
            client.close();
        }
        await(() -> watchers.count() == 0, "all watchers are gone");
        await(() -> sockets() <= sockets + 10, "their sockets are closed");
        await(() -> Thread.activeCount() <= threads + 10, "their threads have ended");
        assertThat(watchers.series()).isEmpty();
    }

    @Test
    void whoDoesNotReadIsCutAndTheOthersAreToldInTheMeantime() throws Exception {
        try (Socket deaf = dial()) {
            await(() -> watchers.count() == 1, "it watches");
            String longSummary = "x".repeat(4_000);
            for (int batch = 0; batch < 40 && watchers.count() > 0; batch++) {
                List<Events.Happening> many = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    many.add(new Events.Happening("test.happened", "test", UUID.randomUUID(), longSummary));
                }
                events.publish(many);
            }
            await(() -> watchers.count() == 0, "the connector's write timeout ends it");
        }
    }

    private Socket dial() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /api/v1/events/watch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + AdminToken.VALUE + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long sockets() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(VanishingWatchersIT::isSocket).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition, String description) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(description).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
