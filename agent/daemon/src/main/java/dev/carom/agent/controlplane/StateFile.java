package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.reconcile.RevisionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The bytes of one state file: magic, epoch, revision, hash, length, state, checksum over all before it. */
final class StateFile {
    /** The last digit is the layout's version. */
    private static final long MAGIC = 0x4341_524f_4d53_5431L;

    private static final int HASH = 32;
    private static final int HEADER = 3 * Long.BYTES + HASH + Integer.BYTES;
    private static final int CHECKSUM = Integer.BYTES;

    private StateFile() {}

    static byte[] encode(ReceivedState state) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + state.bytes().size() + CHECKSUM);
        file.putLong(MAGIC);
        file.putLong(state.id().epoch());
        file.putLong(state.id().revision());
        file.put(HexFormat.of().parseHex(state.hash()));
        file.putInt(state.bytes().size());
        state.bytes().copyTo(file);
        file.putInt(checksum(file.array()));
        return file.array();
    }

    /** @throws IOException when a byte of it is not as it was written */
    static ReceivedState decode(byte[] bytes) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER + CHECKSUM || file.getLong() != MAGIC) {
            throw new IOException("it is no state file of this version");
        }
        if (checksum(bytes) != file.getInt(bytes.length - CHECKSUM)) {
            throw new IOException("its checksum does not match");
        }
        RevisionId id = new RevisionId(file.getLong(), file.getLong());
        byte[] hash = new byte[HASH];
        file.get(hash);
        if (file.getInt() != bytes.length - HEADER - CHECKSUM) {
            throw new IOException("its length does not match");
        }
        ByteString state = ByteString.copyFrom(bytes, HEADER, bytes.length - HEADER - CHECKSUM);
        return new ReceivedState(id, HexFormat.of().formatHex(hash), state);
    }

    private static int checksum(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, file.length - CHECKSUM);
        return (int) crc.getValue();
    }
}
