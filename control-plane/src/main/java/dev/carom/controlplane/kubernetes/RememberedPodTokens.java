package dev.carom.controlplane.kubernetes;

import dev.carom.controlplane.security.PodTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks the cluster once a minute for each token, and for a wrong one every time. A pod that was deleted is so known for a
 * minute longer; the table is bounded.
 */
final class RememberedPodTokens implements PodTokens {
    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 4_096;

    private final PodTokens cluster;
    private final LongSupplier nanoTime;
    /** By SHA-256: no token stays in memory. Guarded by this. */
    private final Map<ByteBuffer, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(String nodeName, long askedAt) {}

    RememberedPodTokens(PodTokens cluster, LongSupplier nanoTime) {
        this.cluster = cluster;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<String> nodeName(String token) {
        ByteBuffer hash = hash(token);
        long now = nanoTime.getAsLong();
        Optional<String> remembered = remembered(hash, now);
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<String> told = cluster.nodeName(token);
        told.ifPresent(name -> remember(hash, new Known(name, now)));
        return told;
    }

    private synchronized Optional<String> remembered(ByteBuffer hash, long now) {
        Known entry = known.get(hash);
        return entry == null || now - entry.askedAt() >= REMEMBERED.toNanos()
                ? Optional.empty()
                : Optional.of(entry.nodeName());
    }

    private synchronized void remember(ByteBuffer hash, Known entry) {
        known.remove(hash);
        known.put(hash, entry);
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
