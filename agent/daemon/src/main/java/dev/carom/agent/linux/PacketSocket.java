package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** An AF_PACKET socket that only sends, on one interface; see packet(7). */
public final class PacketSocket implements AutoCloseable {
    public static final int SOL_PACKET = 263;
    /** The kernel then keeps frames that leave out of this socket's capture. */
    public static final int PACKET_IGNORE_OUTGOING = 23;

    private static final int PACKET_QDISC_BYPASS = 20;
    private static final int SOL_SOCKET = 1;
    private static final int SO_SNDBUF = 7;
    private static final int SO_SNDBUFFORCE = 32;
    private static final int EPERM = 1;
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_CLOEXEC = 0x80003;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int SEND_BUFFER_BYTES = 4 << 20;
    private static final int ADDRESS_SIZE = 20;
    private static final int ADDRESS_INTERFACE = 4;

    private static final CheckedCall SOCKET = new CheckedCall("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final CheckedCall BIND = new CheckedCall("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final CheckedCall SEND = new CheckedCall("send", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

    private final int descriptor;

    private PacketSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens a socket bound to the interface. Its protocol is 0: it receives nothing.
     *
     * @throws LinuxException EPERM without CAP_NET_RAW, ENODEV without such an interface
     */
    public static PacketSocket open(int kernelIndex) {
        PacketSocket socket = new PacketSocket(SOCKET.call(AF_PACKET, SOCK_RAW_CLOEXEC, 0));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Integer.BYTES);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_INT, ADDRESS_INTERFACE, kernelIndex);
            BIND.call(socket.descriptor, address, ADDRESS_SIZE);
            socket.enlargeBuffer();
            return socket;
        } catch (LinuxException failure) {
            socket.close();
            throw failure;
        }
    }

    /** Root of a user namespace may not exceed wmem_max: it gets as much as that. */
    private void enlargeBuffer() {
        try {
            FileDescriptors.setOption(descriptor, SOL_SOCKET, SO_SNDBUFFORCE, SEND_BUFFER_BYTES);
        } catch (LinuxException failure) {
            if (failure.errno() != EPERM) {
                throw failure;
            }
            FileDescriptors.setOption(descriptor, SOL_SOCKET, SO_SNDBUF, SEND_BUFFER_BYTES);
        }
    }

    /** Frames go straight to the driver: no queue, no shaping, and no tap on this host sees them. */
    public PacketSocket bypassingQueues() {
        bypassQueues(true);
        return this;
    }

    /** May change while another thread sends. */
    public void bypassQueues(boolean bypass) {
        FileDescriptors.setOption(descriptor, SOL_PACKET, PACKET_QDISC_BYPASS, bypass ? 1 : 0);
    }

    /** Sends one whole frame from the destination MAC on; throws what the kernel said when it would not take it. */
    public void send(byte[] frame) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, frame);
            SEND.call(descriptor, memory, (long) frame.length, MSG_DONTWAIT);
        }
    }

    int descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        FileDescriptors.close(descriptor);
    }
}
