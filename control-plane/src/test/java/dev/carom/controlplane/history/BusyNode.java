package dev.carom.controlplane.history;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.VipCounters;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A node of which every VIP and backend has traffic all the time, no two alike; its digests are as agents send them. */
final class BusyNode {
    private static final int MOST_PACKETS = 20_000;

    final UUID id = UUID.randomUUID();
    private final Series[] vips;
    private final Series[] backends;
    private final Random random;
    private long sequence;

    private static final class Series {
        private final UUID id = UUID.randomUUID();
        private long packets;
        private long bytes;
        private long newFlows;
        private long flows;

        void work(Random random) {
            int done = random.nextInt(MOST_PACKETS);
            packets += done;
            bytes += done * (60L + random.nextInt(1_400));
            newFlows += done / (1 + random.nextInt(20));
            flows = random.nextInt(1_000);
        }

        ByteString name() {
            return ByteString.copyFrom(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .flip());
        }
    }

    BusyNode(int vips, int backends, Random random) {
        this.vips = IntStream.range(0, vips).mapToObj(i -> new Series()).toArray(Series[]::new);
        this.backends = IntStream.range(0, backends).mapToObj(i -> new Series()).toArray(Series[]::new);
        this.random = random;
    }

    byte[] digest(long clockMillis) {
        Counters.Builder counters = Counters.newBuilder();
        for (Series vip : vips) {
            vip.work(random);
            counters.addVips(VipCounters.newBuilder()
                    .setVipId(vip.name())
                    .setPackets(vip.packets)
                    .setBytes(vip.bytes)
                    .setNewFlows(vip.newFlows));
        }
        for (Series backend : backends) {
            backend.work(random);
            counters.addBackends(BackendCounters.newBuilder()
                    .setBackendId(backend.name())
                    .setPackets(backend.packets)
                    .setBytes(backend.bytes)
                    .setNewFlows(backend.newFlows)
                    .setFlows(backend.flows));
        }
        sequence++;
        return ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("boot"))
                .setSequence(sequence)
                .setClockMs(clockMillis)
                .setCounters(counters)
                .build()
                .toByteArray();
    }

    /** Of its VIPs, since its boot. */
    long packets() {
        return Stream.of(vips).mapToLong(vip -> vip.packets).sum();
    }

    UUID backend(int index) {
        return backends[index].id;
    }

    long packetsOf(int backend) {
        return backends[backend].packets;
    }
}
