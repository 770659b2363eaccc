package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** The Ethernet header of a frame, with at most one 802.1Q tag looked through. Reused for frame after frame. */
public final class EthernetView {
    public static final int HEADER_LENGTH = 14;
    public static final int TAG_LENGTH = 4;
    public static final int VLAN_ID_MASK = 0x0fff;

    private long destination;
    private long source;
    private int etherType;
    private int tagControl;
    private int payloadOffset;
    private boolean doubleTagged;

    public Defect wrap(MemorySegment frame) {
        if (frame.byteSize() < HEADER_LENGTH) {
            return Defect.TOO_SHORT;
        }
        destination = Wire.mac(frame, 0);
        source = Wire.mac(frame, 6);
        etherType = Wire.u16(frame, 12);
        tagControl = 0;
        payloadOffset = HEADER_LENGTH;
        doubleTagged = etherType == EtherType.SERVICE_VLAN;
        return etherType == EtherType.VLAN ? wrapTag(frame) : Defect.NONE;
    }

    private Defect wrapTag(MemorySegment frame) {
        if (frame.byteSize() < HEADER_LENGTH + TAG_LENGTH) {
            return Defect.TOO_SHORT;
        }
        tagControl = Wire.u16(frame, HEADER_LENGTH);
        etherType = Wire.u16(frame, HEADER_LENGTH + 2);
        payloadOffset = HEADER_LENGTH + TAG_LENGTH;
        doubleTagged = etherType == EtherType.VLAN || etherType == EtherType.SERVICE_VLAN;
        return Defect.NONE;
    }

    public long destination() {
        return destination;
    }

    public long source() {
        return source;
    }

    /** Of what follows the tag, where there is one. */
    public int etherType() {
        return etherType;
    }

    public boolean tagged() {
        return payloadOffset != HEADER_LENGTH;
    }

    /** 0 when untagged, or tagged for its priority only. */
    public int vlanId() {
        return tagControl & VLAN_ID_MASK;
    }

    /** Priority, drop eligibility and VLAN id. */
    public int tagControl() {
        return tagControl;
    }

    /** QinQ, or an 802.1ad service tag. */
    public boolean doubleTagged() {
        return doubleTagged;
    }

    public int payloadOffset() {
        return payloadOffset;
    }
}
