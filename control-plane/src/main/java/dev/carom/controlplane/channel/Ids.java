package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids on the wire are the UUID's 16 bytes. */
final class Ids {
    private static final int LENGTH = 16;

    private Ids() {}

    static ByteString toBytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    /** @throws IllegalArgumentException if these are not 16 bytes */
    static UUID fromBytes(ByteString bytes) {
        if (bytes.size() != LENGTH) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.size());
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
