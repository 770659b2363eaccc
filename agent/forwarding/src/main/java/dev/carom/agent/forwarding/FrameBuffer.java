package dev.carom.agent.forwarding;

import dev.carom.agent.packet.EtherType;
import dev.carom.agent.packet.EthernetView;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * One frame's worth of memory: for an answer, a frame whose length must change, or one that waited. Slices are made once
 * for each length.
 */
final class FrameBuffer implements AutoCloseable {
    /** The longest IP packet, and two tags' worth of Ethernet header. */
    private static final int CAPACITY = 65_535 + EthernetView.HEADER_LENGTH + 2 * EthernetView.TAG_LENGTH;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(CAPACITY, 8);
    private final @Nullable MemorySegment[] slices = new MemorySegment[CAPACITY + 1];

    /** The first {@code length} bytes; what they hold is left as it was. */
    MemorySegment of(int length) {
        MemorySegment slice = slices[length];
        if (slice == null) {
            slice = buffer.asSlice(0, length);
            slices[length] = slice;
        }
        return slice;
    }

    static boolean holds(long length) {
        return length <= CAPACITY;
    }

    /** A frame back to where the one in hand came from, its Ethernet header and tag written. */
    MemorySegment replyTo(FrameInHand hand, int payloadLength) {
        int header = hand.ethernet.payloadOffset();
        MemorySegment reply = of(header + payloadLength);
        MemorySegment.copy(hand.frame, 0, reply, 0, header);
        Wire.putMac(reply, 0, hand.ethernet.source());
        Wire.putMac(reply, 6, hand.port.mac());
        return reply;
    }

    /** The frame under another tag: {@code tagControl} 0 takes the tag away. */
    MemorySegment retagged(MemorySegment frame, int payloadOffset, int tagControl) {
        int header = EthernetView.HEADER_LENGTH + (tagControl == 0 ? 0 : EthernetView.TAG_LENGTH);
        // The EtherType moves along with the payload.
        int rest = (int) frame.byteSize() - payloadOffset + 2;
        MemorySegment copy = of(header - 2 + rest);
        MemorySegment.copy(frame, 0, copy, 0, 12);
        if (tagControl != 0) {
            Wire.put16(copy, 12, EtherType.VLAN);
            Wire.put16(copy, 14, tagControl);
        }
        MemorySegment.copy(frame, payloadOffset - 2, copy, header - 2, rest);
        return copy;
    }

    @Override
    public void close() {
        arena.close();
    }
}
