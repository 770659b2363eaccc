package dev.carom.lab.trunk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Whole frames of one device: packet(7). The kernel takes an 802.1Q tag off before a socket sees the frame, and tells it
 * beside. One thread receives, another may send.
 */
final class PacketSocket implements AutoCloseable {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final short ALL_PROTOCOLS = 0x0300;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_AUXDATA = 8;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    private static final int TP_STATUS_VLAN_VALID = 0x10;
    private static final long WAIT_MICROS = 200_000;
    private static final int LONGEST_FRAME = 1 << 16;
    /** {@code struct cmsghdr} is 16 bytes, {@code struct tpacket_auxdata} 20. */
    private static final int CONTROL_BYTES = 40;

    private static final MethodHandle INDEX = function("if_nametoindex", ADDRESS);
    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SET_OPTION =
            function("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle BIND = function("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle RECEIVE = function("recvmsg", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SEND = function("send", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment received = arena.allocate(LONGEST_FRAME);
    private final MemorySegment outgoing = arena.allocate(LONGEST_FRAME);
    private final MemorySegment control = arena.allocate(CONTROL_BYTES, Long.BYTES);
    private final MemorySegment message = message();
    private final int descriptor;

    private PacketSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /** @param vlanId 0 if it had no tag */
    record Received(int vlanId, byte[] bytes) {}

    /** Belongs to the calling thread's namespace. */
    static PacketSocket open(String device) throws IOException {
        int index = index(device);
        PacketSocket socket = new PacketSocket(checked(call(SOCKET, AF_PACKET, SOCK_RAW, (int) ALL_PROTOCOLS)));
        socket.option(SOL_PACKET, PACKET_AUXDATA, 1);
        socket.option(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1);
        socket.option(SOL_SOCKET, SO_RCVTIMEO, 0, WAIT_MICROS);
        socket.bind(index);
        return socket;
    }

    /** The JDK finds no interface that has no address. */
    private static int index(String device) throws IOException {
        try (Arena here = Arena.ofConfined()) {
            int index = call(INDEX, here.allocateFrom(device));
            if (index == 0) {
                throw new IOException("no device " + device);
            }
            return index;
        }
    }

    private void option(int level, int name, int value) throws IOException {
        try (Arena here = Arena.ofConfined()) {
            MemorySegment bytes = here.allocateFrom(JAVA_INT, value);
            checked(call(SET_OPTION, descriptor, level, name, bytes, Integer.BYTES));
        }
    }

    private void option(int level, int name, long seconds, long micros) throws IOException {
        try (Arena here = Arena.ofConfined()) {
            MemorySegment bytes = here.allocateFrom(JAVA_LONG, seconds, micros);
            checked(call(SET_OPTION, descriptor, level, name, bytes, 2 * Long.BYTES));
        }
    }

    /** {@code struct sockaddr_ll}. */
    private void bind(int index) throws IOException {
        try (Arena here = Arena.ofConfined()) {
            MemorySegment address = here.allocate(20, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_SHORT, 2, ALL_PROTOCOLS);
            address.set(JAVA_INT, 4, index);
            checked(call(BIND, descriptor, address, 20));
        }
    }

    /** {@code struct msghdr} with one {@code struct iovec}. */
    private MemorySegment message() {
        MemorySegment vector = arena.allocate(16, Long.BYTES);
        vector.set(ADDRESS, 0, received);
        vector.set(JAVA_LONG, 8, LONGEST_FRAME);
        MemorySegment header = arena.allocate(56, Long.BYTES);
        header.set(ADDRESS, 16, vector);
        header.set(JAVA_LONG, 24, 1);
        header.set(ADDRESS, 32, control);
        return header;
    }

    /** The next frame; nothing if none comes for a while. */
    Optional<Received> receive() {
        message.set(JAVA_LONG, 40, CONTROL_BYTES);
        int length = call(RECEIVE, descriptor, message, 0);
        if (length <= 0) {
            return Optional.empty();
        }
        boolean tagged = (control.get(JAVA_INT, 16) & TP_STATUS_VLAN_VALID) != 0;
        int vlanId = tagged ? control.get(JAVA_SHORT, 32) & 0xfff : 0;
        return Optional.of(new Received(vlanId, received.asSlice(0, length).toArray(JAVA_BYTE)));
    }

    /** A frame that the link refuses is lost, as on a wire. */
    void send(byte[] frame) {
        MemorySegment.copy(frame, 0, outgoing, JAVA_BYTE, 0, frame.length);
        call(SEND, descriptor, outgoing, (long) frame.length, 0);
    }

    @Override
    public void close() {
        call(CLOSE, descriptor);
    }

    private static int checked(int result) throws IOException {
        if (result < 0) {
            throw new IOException("a packet socket could not be made: it needs root");
        }
        return result;
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return ((Number) function.invokeWithArguments(arguments)).intValue();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle function(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(
                                name.equals("recvmsg") || name.equals("send") ? JAVA_LONG : JAVA_INT, arguments));
    }
}
