package dev.carom.agent.controlplane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One message of a Connect stream: a byte of flags, the length in 32 bits, the payload. */
record Envelope(int flags, byte[] payload) {
    private static final int HEADER = 5;
    private static final int COMPRESSED = 0x01;
    private static final int END_OF_STREAM = 0x02;
    /** In bytes: a corrupt length must not exhaust the heap. */
    private static final int LARGEST = 64 << 20;

    /** Empty when the body ended between two envelopes. */
    static Optional<Envelope> read(StreamBody body) throws IOException, InterruptedException {
        byte[] header = new byte[HEADER];
        if (!body.fill(header)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(header, 1, Integer.BYTES).getInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("an envelope of " + Integer.toUnsignedString(length) + " bytes is refused");
        }
        byte[] payload = new byte[length];
        if (!body.fill(payload) && length > 0) {
            throw new IOException("the stream ended within an envelope");
        }
        Envelope envelope = new Envelope(header[0], payload);
        if ((envelope.flags() & COMPRESSED) != 0) {
            throw new IOException("a compressed envelope came unasked");
        }
        return Optional.of(envelope);
    }

    /** The payload of the last envelope is JSON: an error, or none. */
    boolean isEnd() {
        return (flags & END_OF_STREAM) != 0;
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) flags)
                .putInt(payload.length)
                .put(payload)
                .array();
    }
}
