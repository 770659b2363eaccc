package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.carom.agent.packet.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * TCP connections that are opened to see whether they are accepted, and reset at once; see epoll(7). A probe costs its
 * system calls and nothing is allocated for it. Used by one thread, but for {@link #wake}.
 */
public final class TcpConnections implements AutoCloseable {
    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int STREAM_NONBLOCK_CLOEXEC = 0x80801;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_ERROR = 4;
    private static final int SO_LINGER = 13;
    private static final int EINPROGRESS = 115;
    private static final int EVENTS = 256;
    private static final int LONGEST_ADDRESS = 28;

    private final Arena arena = Arena.ofShared();
    private final SocketCalls calls = new SocketCalls(arena);
    private final Epoll epoll = new Epoll(EVENTS);
    private final MemorySegment address = arena.allocate(LONGEST_ADDRESS, Long.BYTES);
    private final MemorySegment one = arena.allocateFrom(JAVA_INT, 1);
    private final MemorySegment resetAtClose = arena.allocateFrom(JAVA_INT, 1, 0);
    private final MemorySegment value = arena.allocate(JAVA_INT);

    /** What became of an attempt: {@code errno} is 0 when the peer accepted. */
    public interface Outcomes {
        void ended(int descriptor, int errno);
    }

    /**
     * Opens a socket from this source port, 0 for any, on its way to the destination.
     *
     * @return a descriptor; or when the kernel refuses at once, its errno with a minus
     */
    public int open(IpAddress destination, int port, int sourcePort) {
        int family = destination.isIpv4() ? AF_INET : AF_INET6;
        int socket = calls.socket(family, STREAM_NONBLOCK_CLOEXEC);
        if (socket < 0) {
            return socket;
        }
        calls.setOption(socket, SOL_SOCKET, SO_LINGER, resetAtClose);
        int refused = sourcePort == 0 ? 0 : bind(socket, family, sourcePort);
        if (refused == 0) {
            int result = calls.connect(socket, address, write(family, port, destination));
            refused = result == -EINPROGRESS ? 0 : result;
        }
        if (refused != 0) {
            calls.close(socket);
            return refused;
        }
        epoll.add(socket);
        return socket;
    }

    private int bind(int socket, int family, int sourcePort) {
        calls.setOption(socket, SOL_SOCKET, SO_REUSEADDR, one);
        address.fill((byte) 0);
        address.set(JAVA_SHORT, 0, (short) family);
        address.set(PORT, Short.BYTES, (short) sourcePort);
        return calls.bind(socket, address, length(family));
    }

    /** See ip(7) and ipv6(7). */
    private int write(int family, int port, IpAddress destination) {
        address.fill((byte) 0);
        address.set(JAVA_SHORT, 0, (short) family);
        address.set(PORT, Short.BYTES, (short) port);
        byte[] bytes = destination.toBytes();
        MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, family == AF_INET ? 4 : 8, bytes.length);
        return length(family);
    }

    private static int length(int family) {
        return family == AF_INET ? 16 : LONGEST_ADDRESS;
    }

    /** Waits for outcomes, for a {@link #wake}, or for the time to be over. */
    public void await(int timeoutMillis, Outcomes outcomes) {
        int ready = epoll.await(timeoutMillis);
        for (int i = 0; i < ready; i++) {
            int socket = epoll.descriptor(i);
            if (socket >= 0) {
                calls.getOption(socket, SOL_SOCKET, SO_ERROR, value);
                outcomes.ended(socket, value.get(JAVA_INT, 0));
            }
        }
    }

    /** Resets the connection, or gives it up. */
    public void close(int descriptor) {
        calls.close(descriptor);
    }

    /** Ends the present or the next {@link #await}. From any thread. */
    public void wake() {
        epoll.wake();
    }

    @Override
    public void close() {
        epoll.close();
        arena.close();
    }
}
