package dev.carom.agent.packet;

/** What is wrong with a header, as a view found it. */
public enum Defect {
    NONE,
    /** The bytes end before the header does. */
    TOO_SHORT,
    /** A length field promises more than there is, or less than the header itself. */
    BAD_LENGTH,
    BAD_VERSION,
    BAD_CHECKSUM,
    /** A longer chain of IPv6 extension headers than is followed. */
    TOO_MANY_HEADERS
}
