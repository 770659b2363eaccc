package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.Snapshot;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Unpacks snapshots and proves them whole. */
final class SnapshotDecoder {
    /** In bytes, unpacked: a small bomb must not exhaust the heap. */
    private static final int LARGEST = 256 << 20;

    private SnapshotDecoder() {}

    /** @throws IOException naming what is wrong with it */
    static ReceivedState decode(Snapshot snapshot) throws IOException {
        ByteString bytes = switch (snapshot.getCompression()) {
            case COMPRESSION_NONE, COMPRESSION_UNSPECIFIED -> snapshot.getDesiredState();
            case COMPRESSION_GZIP -> gunzip(snapshot.getDesiredState());
            case UNRECOGNIZED -> throw new IOException("compression " + unknown(snapshot) + " is not known here");
        };
        return new ReceivedState(name(snapshot).id(), name(snapshot).hash(), bytes);
    }

    static ReceivedState.Name name(Snapshot snapshot) {
        return new ReceivedState.Name(
                new RevisionId(snapshot.getId().getEpoch(), snapshot.getId().getRevision()),
                HexFormat.of().formatHex(snapshot.getHash().toByteArray()));
    }

    private static ByteString gunzip(ByteString packed) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(packed.newInput())) {
            byte[] bytes = unpacked.readNBytes(LARGEST);
            if (unpacked.read() >= 0) {
                throw new IOException("the state is larger than " + LARGEST + " bytes");
            }
            return ByteString.copyFrom(bytes);
        }
    }

    private static int unknown(Snapshot snapshot) {
        return snapshot.getCompressionValue();
    }
}
