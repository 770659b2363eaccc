package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.Reason;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fallback decides as the native engine does. */
@Tag("lab")
class ListenerEngineIT {
    private static final int FRAMES = 2_000;

    @Test
    void forwardsAndAnswersAndEndsWhenClosed() throws Exception {
        try (TestSegment segment = new TestSegment("l");
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(1 << 12))) {
            List<AttachedInterface> links = segment.in("lb", () -> InterfaceLookup.find(List.of("eth0")));
            forwarder.apply(TestVip.table(links.getFirst(), segment.mac("backend1"), segment.mac("backend2")));
            try (ListenerEngine engine =
                            segment.in("lb", () -> ListenerEngine.start(links, forwarder, new ControlFrames()));
                    Burst burst = new Burst(segment)) {
                assertThat(segment.run("client", "ping", "-c", "1", "-W", "2", TestVip.ADDRESS.toString()))
                        .contains("1 received");
                burst.run(FRAMES);
                assertThat(burst.missing())
                        .as("on a slow machine a frame may grow stale in the ring, and is counted")
                        .hasSizeLessThanOrEqualTo((int) forwarder.counters().of(Reason.DROPPED_STALE));
                assertThat(burst.changed()).isEmpty();
                assertThat(engine.trouble(0)).isEmpty();
                assertThat(engine.isFallback()).isTrue();
            }
        }
    }
}
