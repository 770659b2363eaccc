package dev.carom.lab.trunk;

import dev.carom.lab.namespace.NetworkNamespace;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Carries frames between a link on which one VLAN is tagged and a link on which nothing is. One thread for each
 * direction.
 */
public final class Trunk implements AutoCloseable {
    private static final int MACS_BYTES = 12;
    private static final int TAG_BYTES = 4;
    private static final short TAGGED = (short) 0x8100;

    private final PacketSocket tagged;
    private final PacketSocket untagged;
    private final int vlanId;
    private final List<Thread> carriers;
    private volatile boolean closed;

    private Trunk(PacketSocket tagged, PacketSocket untagged, int vlanId) {
        this.tagged = tagged;
        this.untagged = untagged;
        this.vlanId = vlanId;
        carriers = List.of(
                Thread.ofPlatform().daemon().name("trunk, in").unstarted(this::carryIn),
                Thread.ofPlatform().daemon().name("trunk, out").unstarted(this::carryOut));
    }

    /** @param taggedDevice and {@code untaggedDevice} are devices of that namespace, and up */
    public static Trunk open(NetworkNamespace namespace, String taggedDevice, String untaggedDevice, int vlanId) {
        Trunk trunk = namespace.call(
                () -> new Trunk(PacketSocket.open(taggedDevice), PacketSocket.open(untaggedDevice), vlanId));
        trunk.carriers.forEach(Thread::start);
        return trunk;
    }

    private void carryIn() {
        while (!closed) {
            tagged.receive().filter(frame -> frame.vlanId() == vlanId).ifPresent(frame -> untagged.send(frame.bytes()));
        }
    }

    private void carryOut() {
        while (!closed) {
            untagged.receive()
                    .filter(frame -> frame.vlanId() == 0)
                    .ifPresent(frame -> tagged.send(withTag(frame.bytes(), vlanId)));
        }
    }

    static byte[] withTag(byte[] frame, int vlanId) {
        return ByteBuffer.allocate(frame.length + TAG_BYTES)
                .put(frame, 0, MACS_BYTES)
                .putShort(TAGGED)
                .putShort((short) vlanId)
                .put(frame, MACS_BYTES, frame.length - MACS_BYTES)
                .array();
    }

    /** The sockets go when nobody uses them any more: their numbers may be another file's at once. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread carrier : carriers) {
                carrier.join();
            }
            tagged.close();
            untagged.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
