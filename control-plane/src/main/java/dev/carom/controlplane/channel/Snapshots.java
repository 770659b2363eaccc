package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.Compression;
import dev.carom.contract.v1.Snapshot;
import dev.carom.controlplane.rollout.StoredState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** States as they go over the wire, compressed once for all nodes of a group. */
@Component
class Snapshots {
    private final Map<UUID, Snapshot> byGroup = new ConcurrentHashMap<>();

    Snapshot of(StoredState state) {
        return byGroup.compute(
                state.nodeGroupId(),
                (group, present) -> present != null && isOf(present, state) ? present : compressed(state));
    }

    private static boolean isOf(Snapshot snapshot, StoredState state) {
        return snapshot.getId().getRevision() == state.id().revision()
                && snapshot.getId().getEpoch() == state.id().epoch();
    }

    private static Snapshot compressed(StoredState state) {
        return Snapshot.newBuilder()
                .setId(Messages.revisionId(state.id()))
                .setHash(ByteString.copyFrom(state.hash().toBytes()))
                .setCompression(Compression.COMPRESSION_GZIP)
                .setDesiredState(gzip(state.content()))
                .build();
    }

    private static ByteString gzip(byte[] content) {
        ByteString.Output compressed = ByteString.newOutput(content.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteString();
    }
}
