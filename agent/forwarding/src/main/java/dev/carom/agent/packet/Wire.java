package dev.carom.agent.packet;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Integers in network order at any offset of a segment. Every access is bounds-checked by the segment. */
public final class Wire {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Wire() {}

    public static int u8(MemorySegment segment, long offset) {
        return segment.get(JAVA_BYTE, offset) & 0xff;
    }

    public static int u16(MemorySegment segment, long offset) {
        return segment.get(SHORT, offset) & 0xffff;
    }

    public static int i32(MemorySegment segment, long offset) {
        return segment.get(INT, offset);
    }

    public static long i64(MemorySegment segment, long offset) {
        return segment.get(LONG, offset);
    }

    /** Six bytes in the low 48 bits. */
    public static long mac(MemorySegment segment, long offset) {
        return (long) u16(segment, offset) << 32 | (i32(segment, offset + 2) & 0xffff_ffffL);
    }

    public static void put8(MemorySegment segment, long offset, int value) {
        segment.set(JAVA_BYTE, offset, (byte) value);
    }

    public static void put16(MemorySegment segment, long offset, int value) {
        segment.set(SHORT, offset, (short) value);
    }

    public static void put32(MemorySegment segment, long offset, int value) {
        segment.set(INT, offset, value);
    }

    public static void put64(MemorySegment segment, long offset, long value) {
        segment.set(LONG, offset, value);
    }

    /** The low 48 bits in six bytes. */
    public static void putMac(MemorySegment segment, long offset, long mac) {
        put16(segment, offset, (int) (mac >>> 32));
        put32(segment, offset + 2, (int) mac);
    }
}
