package dev.carom.agent.packet;

import java.lang.foreign.MemorySegment;

/** Walks the chain of IPv6 extension headers (RFC 8200 4) to the upper layer, or to the end of a later fragment. */
final class ExtensionHeaders {
    /** RFC 8200 recommends each once (destination options twice): more is nothing but a burden. */
    private static final int MOST = 8;

    private static final int FRAGMENT_HEADER_LENGTH = 8;

    private int protocol;
    private int payloadOffset;
    private int identification;
    private int fragmentOffset;
    private boolean moreFragments;

    Defect walk(MemorySegment frame, int firstHeader, int offset, int end) {
        protocol = firstHeader;
        payloadOffset = offset;
        identification = 0;
        fragmentOffset = 0;
        moreFragments = false;
        for (int count = 0; isExtension(protocol) && fragmentOffset == 0; count++) {
            if (count == MOST) {
                return Defect.TOO_MANY_HEADERS;
            }
            if (end - payloadOffset < FRAGMENT_HEADER_LENGTH) {
                return Defect.TOO_SHORT;
            }
            int length = step(frame);
            if (length > end - payloadOffset) {
                return Defect.BAD_LENGTH;
            }
            payloadOffset += length;
        }
        return Defect.NONE;
    }

    private int step(MemorySegment frame) {
        int header = protocol;
        protocol = Wire.u8(frame, payloadOffset);
        int lengthField = Wire.u8(frame, payloadOffset + 1);
        return switch (header) {
            case IpProtocol.FRAGMENT -> {
                int fragment = Wire.u16(frame, payloadOffset + 2);
                fragmentOffset = fragment & 0xfff8;
                moreFragments = (fragment & 1) != 0;
                identification = Wire.i32(frame, payloadOffset + 4);
                yield FRAGMENT_HEADER_LENGTH;
            }
            // RFC 4302 2.2: in words of 4 bytes, minus 2; all others count 8 bytes beyond the first.
            case IpProtocol.AUTHENTICATION -> (lengthField + 2) * 4;
            default -> (lengthField + 1) * 8;
        };
    }

    private static boolean isExtension(int header) {
        return switch (header) {
            case IpProtocol.HOP_BY_HOP,
                    IpProtocol.ROUTING,
                    IpProtocol.FRAGMENT,
                    IpProtocol.AUTHENTICATION,
                    IpProtocol.DESTINATION_OPTIONS -> true;
            default -> false;
        };
    }

    int protocol() {
        return protocol;
    }

    int payloadOffset() {
        return payloadOffset;
    }

    int identification() {
        return identification;
    }

    int fragmentOffset() {
        return fragmentOffset;
    }

    boolean moreFragments() {
        return moreFragments;
    }
}
