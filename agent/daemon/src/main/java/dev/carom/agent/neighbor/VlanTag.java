package dev.carom.agent.neighbor;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The one 802.1Q tag that a frame may have, after its two MAC addresses. */
final class VlanTag {
    private static final int OFFSET = 12;
    private static final int LENGTH = 4;
    private static final short ETHER_TYPE = (short) 0x8100;
    private static final int ID_MASK = 0x0fff;

    private VlanTag() {}

    /** 0 for an untagged frame, and for one tagged for its priority only. */
    static int idOf(byte[] frame) {
        return isTagged(frame) ? ByteBuffer.wrap(frame).getShort(OFFSET + 2) & ID_MASK : 0;
    }

    /** The frame as it is within its VLAN. */
    static byte[] strip(byte[] frame) {
        if (!isTagged(frame)) {
            return frame;
        }
        byte[] untagged = Arrays.copyOf(frame, frame.length - LENGTH);
        System.arraycopy(frame, OFFSET + LENGTH, untagged, OFFSET, untagged.length - OFFSET);
        return untagged;
    }

    /** @param id 0 leaves the frame as it is */
    static byte[] put(byte[] untagged, int id) {
        return id == 0
                ? untagged
                : ByteBuffer.allocate(untagged.length + LENGTH)
                        .put(untagged, 0, OFFSET)
                        .putShort(ETHER_TYPE)
                        .putShort((short) id)
                        .put(untagged, OFFSET, untagged.length - OFFSET)
                        .array();
    }

    private static boolean isTagged(byte[] frame) {
        return frame.length >= OFFSET + LENGTH && ByteBuffer.wrap(frame).getShort(OFFSET) == ETHER_TYPE;
    }
}
