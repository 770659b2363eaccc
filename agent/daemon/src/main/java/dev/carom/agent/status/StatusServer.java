package dev.carom.agent.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the status to whoever connects, and closes. Only the agent's own user may connect. */
public final class StatusServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServer.class);

    private static final int LONGEST_QUESTION = 1_024;

    private final UnixDomainSocketAddress address;
    private final ServerSocketChannel channel;
    private final Answering status;

    private interface Answering {
        byte[] answer(SocketChannel peer) throws IOException;
    }

    private StatusServer(UnixDomainSocketAddress address, ServerSocketChannel channel, Answering status) {
        this.address = address;
        this.channel = channel;
        this.status = status;
    }

    /** The state directory must be locked by this agent: a socket file that is there is a dead one's. */
    public static StatusServer open(Path stateDirectory, Supplier<String> status) {
        return open(StatusSocket.forListening(stateDirectory, StatusSocket.STATUS), peer -> bytes(status.get()));
    }

    /** The same for {@code carom-agent doctor}: whoever connects waits for the examination. */
    public static StatusServer openDoctor(Path stateDirectory, Supplier<String> diagnosis) {
        return open(StatusSocket.forListening(stateDirectory, StatusSocket.DOCTOR), peer -> bytes(diagnosis.get()));
    }

    /** The same for {@code carom-agent explain}: whoever connects asks in one line. */
    public static StatusServer openExplainer(Path stateDirectory, UnaryOperator<String> explanation) {
        return open(
                StatusSocket.forListening(stateDirectory, StatusSocket.EXPLAIN),
                peer -> bytes(explanation.apply(line(peer))));
    }

    /** The same for {@code carom-agent capture}: whoever connects asks in one line and gets a file, or a line of text. */
    public static StatusServer openCaptures(Path stateDirectory, Function<String, byte[]> capture) {
        return open(StatusSocket.forListening(stateDirectory, StatusSocket.CAPTURE), peer -> capture.apply(line(peer)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** At most {@link #LONGEST_QUESTION} bytes of it. */
    private static String line(SocketChannel peer) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(LONGEST_QUESTION);
        int end = -1;
        while (end < 0 && line.hasRemaining() && peer.read(line) >= 0) {
            end = new String(line.array(), 0, line.position(), StandardCharsets.UTF_8).indexOf('\n');
        }
        return new String(line.array(), 0, line.position(), StandardCharsets.UTF_8).strip();
    }

    private static StatusServer open(UnixDomainSocketAddress address, Answering status) {
        try {
            Files.deleteIfExists(address.getPath());
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(address);
            Files.setPosixFilePermissions(address.getPath(), PosixFilePermissions.fromString("rw-------"));
            StatusServer server = new StatusServer(address, channel, status);
            Thread.ofVirtual().name("status-socket").start(server::serve);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("the status socket " + address + " cannot be opened", failure);
        }
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel peer = channel.accept()) {
                ByteBuffer answer = ByteBuffer.wrap(status.answer(peer));
                while (answer.hasRemaining()) {
                    peer.write(answer);
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException | RuntimeException failure) {
                LOG.warn("a question for the status was not answered: {}", failure.toString());
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(address.getPath());
        } catch (IOException failure) {
            LOG.warn("{} was not removed: {}", address, failure.toString());
        }
    }
}
