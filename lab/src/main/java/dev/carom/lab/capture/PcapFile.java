package dev.carom.lab.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The classic pcap file format: a header of 24 bytes, then 16 bytes before each frame. */
final class PcapFile {
    private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final int HEADER_BYTES = 24;
    private static final int RECORD_BYTES = 16;

    private PcapFile() {}

    /** A last frame that is only half written is left out. */
    static List<Frame> read(Path path) {
        try {
            return read(ByteBuffer.wrap(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Frame> read(ByteBuffer file) {
        List<Frame> frames = new ArrayList<>();
        if (file.remaining() < HEADER_BYTES) {
            return frames;
        }
        file.order(ByteOrder.nativeOrder());
        int nanosPerTick = switch (file.getInt(0)) {
            case MAGIC_MICROSECONDS -> 1000;
            case MAGIC_NANOSECONDS -> 1;
            default -> throw new IllegalArgumentException("not a pcap file of this machine");
        };
        file.position(HEADER_BYTES);
        while (file.remaining() >= RECORD_BYTES) {
            Instant time = Instant.ofEpochSecond(file.getInt(), (long) file.getInt() * nanosPerTick);
            byte[] bytes = new byte[file.getInt()];
            file.getInt();
            if (file.remaining() < bytes.length) {
                break;
            }
            file.get(bytes);
            frames.add(FrameDecoder.decode(time, bytes));
        }
        return frames;
    }
}
