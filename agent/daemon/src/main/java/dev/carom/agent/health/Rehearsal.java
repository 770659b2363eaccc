package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One probe of this process by itself, before any backend is probed. The first result decides, and the JVM loads for
 * the first probe what may take longer than a backend is given: a fresh agent must not judge by its own slowness.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Rehearsal() {}

    /** Returns when it is done, or when it takes too long: a host without a loopback probes without it. */
    static void hold(ProbeRunner runner) {
        try {
            Thread.startVirtualThread(() -> rehearse(runner)).join(LONGEST);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rehearse(ProbeRunner runner) {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            Thread.startVirtualThread(() -> answer(server));
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            Observation seen = runner.attempt(target(port), HttpProber.plain(Optional.empty()));
            LOG.debug("rehearsed a probe: {}", seen);
        } catch (IOException unusual) {
            LOG.debug("no probe was rehearsed", unusual);
        }
    }

    private static void answer(ServerSocketChannel server) {
        try (SocketChannel peer = server.accept()) {
            peer.read(ByteBuffer.allocate(1_024));
            peer.write(ByteBuffer.wrap(ANSWER));
        } catch (IOException over) {
            // Whoever asked has gone.
        }
    }

    private static Target target(int port) {
        UUID nobody = new UUID(0, 0);
        HealthMonitor monitor = new HealthMonitor(
                nobody,
                "rehearsal",
                MonitorType.HTTP,
                MonitorPath.DIRECT,
                LONGEST,
                0,
                LONGEST,
                1,
                1,
                port,
                Optional.empty(),
                Optional.empty());
        Target.Key key = new Target.Key(nobody, nobody, MonitorPath.DIRECT);
        return new Target(key, false, monitor, IpAddress.parse("127.0.0.1"), port, Optional.empty());
    }
}
