package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.RecordedFrame;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.Reason;
import java.util.HexFormat;
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
            ControlFrames control = new ControlFrames();
            try (ListenerEngine engine = segment.in("lb", () -> ListenerEngine.start(links, forwarder, control));
                    Burst burst = new Burst(segment)) {
                assertThat(segment.run("client", "ping", "-c", "1", "-W", "2", TestVip.ADDRESS.toString()))
                        .contains("1 received");
                assertThat(engine.send(0, arpProbe(links.getFirst()))).isTrue();
                List<RecordedFrame> frames = control.recorder().recording().frames();
                assertThat(frames).as("the echo request").anyMatch(frame -> icmpType(frame) == 8 && !frame.outbound());
                assertThat(frames).as("its answer").anyMatch(frame -> icmpType(frame) == 0 && frame.outbound());
                assertThat(frames)
                        .as("what the agent sends by itself")
                        .anyMatch(frame -> frame.outbound() && frame.bytes()[13] == 6 && frame.bytes()[21] == 1);
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

    /** -1 when it is something else than ICMP in an untagged IPv4 packet without options. */
    private static int icmpType(RecordedFrame frame) {
        byte[] bytes = frame.bytes();
        return bytes.length > 34 && bytes[12] == 8 && bytes[13] == 0 && bytes[23] == 1 ? bytes[34] : -1;
    }

    private static byte[] arpProbe(AttachedInterface link) {
        return HexFormat.of()
                .parseHex("ffffffffffff" + link.mac().toString().replace(":", "") + "0806000108000604" + "0001"
                        + "00".repeat(20));
    }
}
