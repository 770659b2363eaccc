package dev.carom.agent.diagnose;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes a capture file (draft-ietf-opsawg-pcapng), of Ethernet frames; times in microseconds. */
final class PcapngWriter {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int ETHERNET = 1;
    private static final int COMMENT = 1;
    private static final int NAME = 2;
    private static final int FLAGS = 2;
    private static final int APPLICATION = 4;
    private static final int INBOUND = 1;
    private static final int OUTBOUND = 2;
    /** Type and length before, length after. */
    private static final int FRAME_OF_BLOCK = 12;

    private static final int FRAME_OF_PACKET = FRAME_OF_BLOCK + 20 + 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A frame as it was met. {@code length} is that on the wire: the bytes may be fewer. */
    record Packet(int interfaceId, Instant time, byte[] bytes, int length, boolean outbound, String comment) {
        /** What it takes in the file, at most; in bytes. */
        int size() {
            return FRAME_OF_PACKET + padded(bytes.length) + (comment.isEmpty() ? 0 : 4 + padded(comment.length() * 4));
        }
    }

    void section(String application, String comment) {
        ByteBuffer body = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        block(SECTION_HEADER, body.array(), option(COMMENT, comment), option(APPLICATION, application));
    }

    /** Interfaces are numbered from 0 in the order they are written. */
    void link(String name, int snapshotLength) {
        ByteBuffer body = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        body.putShort((short) ETHERNET).putShort((short) 0).putInt(snapshotLength);
        block(INTERFACE_DESCRIPTION, body.array(), option(NAME, name));
    }

    void packet(Packet packet) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, packet.time());
        ByteBuffer body =
                ByteBuffer.allocate(20 + padded(packet.bytes().length)).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(packet.interfaceId())
                .putInt((int) (micros >>> 32))
                .putInt((int) micros)
                .putInt(packet.bytes().length)
                .putInt(packet.length())
                .put(packet.bytes());
        byte[] flags = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) FLAGS)
                .putShort((short) 4)
                .putInt(packet.outbound() ? OUTBOUND : INBOUND)
                .array();
        block(ENHANCED_PACKET, body.array(), flags, option(COMMENT, packet.comment()));
    }

    /** What was written since this was last asked. */
    byte[] take() {
        byte[] written = out.toByteArray();
        out.reset();
        return written;
    }

    int size() {
        return out.size();
    }

    private void block(int type, byte[] body, byte[]... options) {
        int length = FRAME_OF_BLOCK + body.length + Integer.BYTES;
        for (byte[] option : options) {
            length += option.length;
        }
        ByteBuffer block = ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(length);
        block.put(body);
        for (byte[] option : options) {
            block.put(option);
        }
        // opt_endofopt
        block.putInt(0).putInt(length);
        out.writeBytes(block.array());
    }

    private static byte[] option(int code, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return bytes;
        }
        return ByteBuffer.allocate(4 + padded(bytes.length))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) code)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
