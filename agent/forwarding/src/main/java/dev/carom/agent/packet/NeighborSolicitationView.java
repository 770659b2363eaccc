package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** A neighbour solicitation, checked as RFC 4861 7.1.1 demands. */
public final class NeighborSolicitationView {
    private static final int LENGTH = 24;
    private static final int SOURCE_LINK_LAYER = 1;
    /** Only a host on the link can have sent a packet that still has all its hops. */
    private static final int HOP_LIMIT = 255;

    private long targetHigh;
    private long targetLow;
    private boolean duplicateAddressProbe;

    public Defect wrap(MemorySegment frame, IpView ip) {
        int offset = ip.payloadOffset();
        if (ip.payloadLength() < LENGTH) {
            return Defect.TOO_SHORT;
        }
        if (ip.hopLimit(frame) != HOP_LIMIT || Wire.u8(frame, offset + 1) != 0) {
            return Defect.BAD_VERSION;
        }
        long sum = Checksum.pseudoHeader(
                        frame, ip.addressesOffset(), ip.addressesLength(), IpProtocol.ICMPV6, ip.payloadLength())
                + Checksum.sum(frame, offset, ip.payloadLength());
        if (!Checksum.isValid(sum)) {
            return Defect.BAD_CHECKSUM;
        }
        targetHigh = Wire.i64(frame, offset + 8);
        targetLow = Wire.i64(frame, offset + 16);
        duplicateAddressProbe = ip.sourceHigh(frame) == 0 && ip.sourceLow(frame) == 0;
        return checkOptions(frame, offset + LENGTH, ip.end());
    }

    private Defect checkOptions(MemorySegment frame, int first, int end) {
        int at = first;
        while (at < end) {
            int length = end - at < 2 ? 0 : Wire.u8(frame, at + 1) * 8;
            if (length == 0 || length > end - at) {
                return Defect.BAD_LENGTH;
            }
            if (duplicateAddressProbe && Wire.u8(frame, at) == SOURCE_LINK_LAYER) {
                return Defect.BAD_VERSION;
            }
            at += length;
        }
        return Defect.NONE;
    }

    public long targetHigh() {
        return targetHigh;
    }

    public long targetLow() {
        return targetLow;
    }

    /** Sent from the unspecified address: somebody else is about to take the target as his own (RFC 4862 5.4). */
    public boolean isDuplicateAddressProbe() {
        return duplicateAddressProbe;
    }
}
