package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.contract.v1.Live;
import dev.carom.contract.v1.LiveSample;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.Telemetry;
import dev.carom.contract.v1.WatchResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at a series: it is told each interval, as differences, until nobody looks any more. */
class LiveReportTest {
    private static final UUID VIP = UUID.fromString("7d1e0c1a-0000-4000-8000-000000000001");
    private static final UUID BACKEND = UUID.fromString("7d1e0c1a-0000-4000-8000-000000000002");
    private static final String SERIES = "vips/" + VIP;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void differencesAreWrittenForWhatIsAskedAlone() {
        Live live = LiveWriter.write(
                Set.of(SERIES, "backends/" + BACKEND, "vips/" + UUID.randomUUID()),
                counters(10, 1_000, 1),
                counters(25, 4_000, 3),
                Duration.ofMillis(1_003));

        assertThat(live.getIntervalMs()).isEqualTo(1_003);
        assertThat(live.getSamplesList())
                .containsExactlyInAnyOrder(
                        LiveSample.newBuilder()
                                .setSeries(SERIES)
                                .setPackets(15)
                                .setBytes(3_000)
                                .setNewFlows(2)
                                .build(),
                        LiveSample.newBuilder()
                                .setSeries("backends/" + BACKEND)
                                .setPackets(15)
                                .setBytes(3_000)
                                .setNewFlows(2)
                                .setFlows(7)
                                .build());
    }

    @Test
    void aCounterThatBeganAnewIsNotNegative() {
        Live live = LiveWriter.write(
                Set.of(SERIES), counters(1_000, 90_000, 50), counters(3, 200, 1), Duration.ofSeconds(1));

        assertThat(live.getSamples(0).getPackets()).isEqualTo(3);
        assertThat(live.getSamples(0).getBytes()).isEqualTo(200);
    }

    @Test
    void samplesComeWhileSomebodyLooksAndEndThen() throws Exception {
        try (FakeControlPlane control = new FakeControlPlane();
                ConnectedNode node = new ConnectedNode(directory, Duration.ofSeconds(10), control.url())) {
            node.counters = counters(100, 10_000, 5);
            node.dial();
            control.send(asking(SERIES));
            live(control);
            node.counters = counters(160, 16_000, 8);

            LiveSample sample = live(control).getSamples(0);
            while (sample.getPackets() == 0) {
                sample = live(control).getSamples(0);
            }
            assertThat(sample.getPackets()).isEqualTo(60);
            assertThat(sample.getNewFlows()).isEqualTo(3);

            control.send(asking());
            int digests = 0;
            int lives = 0;
            while (digests < 10) {
                ReportRequest next = FakeControlPlane.next(control.reports);
                digests += next.hasLive() ? 0 : 1;
                lives += next.hasLive() ? 1 : 0;
            }
            assertThat(lives)
                    .as("within ten digests, the first sample may have been on its way")
                    .isLessThan(4);
        }
    }

    private static Live live(FakeControlPlane control) throws InterruptedException {
        ReportRequest next = FakeControlPlane.next(control.reports);
        while (!next.hasLive()) {
            next = FakeControlPlane.next(control.reports);
        }
        return next.getLive();
    }

    private static WatchResponse asking(String... series) {
        return WatchResponse.newBuilder()
                .setTelemetry(Telemetry.newBuilder().setIntervalMs(250).addAllSeries(List.of(series)))
                .build();
    }

    private static DataPathCounters counters(long packets, long bytes, long newFlows) {
        return new DataPathCounters(
                Map.of(),
                List.of(new VipCount(VIP, packets, bytes, newFlows)),
                List.of(),
                List.of(new BackendCount(BACKEND, packets, bytes, newFlows, 7, 0, 0)),
                7,
                DataPathCounters.NONE.engine());
    }
}
