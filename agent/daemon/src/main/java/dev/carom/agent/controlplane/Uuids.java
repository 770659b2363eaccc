package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids travel as 16 bytes. */
final class Uuids {
    private Uuids() {}

    static ByteString toBytes(UUID id) {
        ByteBuffer buffer = ByteBuffer.allocate(16);
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return ByteString.copyFrom(buffer.flip());
    }

    /** @throws IllegalArgumentException unless there are 16 bytes */
    static UUID of(ByteString bytes) {
        if (bytes.size() != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.size());
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
