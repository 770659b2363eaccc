package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestService;
import dev.carom.agent.datapath.TestService.Served;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.linux.OffloadedFrames;
import dev.carom.agent.packet.IpAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the offloads of a virtual peer do to a data path that sends frames on. */
@Tag("lab")
class OffloadsIT {
    private static final String VIP = "10.66.0.100";
    private static final int PAYLOAD = 7_000;
    private static final int SEGMENT = 1_400;
    private static final int TCP_CHECKSUM = 50;

    private TestSegment segment;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void build() throws Exception {
        segment = new TestSegment("o");
        segment.offloadClient();
        segment.run("lb", "ethtool", "-K", "eth0", "gro", "on");
    }

    @AfterEach
    void remove() throws Exception {
        segment.close();
    }

    @Test
    void superFramesMakeANodeThatMayNotTouchOffloadsUnready() throws Exception {
        try (AttachedSegment lb = attached(Offloads.LEAVE)) {
            assertThat(segment.run("lb", "ethtool", "-k", "eth0")).contains("generic-receive-offload: on");
            assertThat(lb.status().ready()).isTrue();
            send(PAYLOAD, SEGMENT);
            AttachedSegment.await(() -> lb.count(Reason.DROPPED_TRUNCATED) == 1);
            assertThat(counters(lb).longestTruncated()).isGreaterThan(PAYLOAD);
            assertThat(lb.status().ready()).isFalse();
            assertThat(lb.status().reason()).startsWith("NOT_READY_SUPERFRAMES");
        }
    }

    @Test
    void superFramesOfOnePeerAreCountedButLeaveADedicatedNodeReady() throws Exception {
        try (AttachedSegment lb = attached(Offloads.AUTO)) {
            assertThat(segment.run("lb", "ethtool", "-k", "eth0")).contains("generic-receive-offload: off");
            send(PAYLOAD, SEGMENT);
            AttachedSegment.await(() -> counters(lb).truncated() == 1);
            assertThat(lb.status().ready()).isTrue();
        }
        assertThat(segment.run("lb", "ethtool", "-k", "eth0"))
                .as("put back by detach")
                .contains("generic-receive-offload: on");
    }

    @Test
    void aChecksumThatWasLeftToACardIsNoticed() throws Exception {
        try (AttachedSegment lb = attached(Offloads.AUTO)) {
            lb.send("client", syn(0));
            AttachedSegment.await(() -> lb.count(Reason.FORWARDED_NEW_FLOW) == 1);
            assertThat(counters(lb).partialChecksums()).isZero();
            send(0, 0);
            AttachedSegment.await(() -> counters(lb).partialChecksums() == 1);
        }
    }

    private AttachedSegment attached(Offloads offloads) throws Exception {
        AttachedSegment lb = new AttachedSegment(segment, "lb", stateDirectory, offloads, "eth0");
        lb.serve(new TestService(
                List.of(TestService.network(20, "eth0", 0, NetworkRole.BOTH, "10.66.0.0/24")),
                List.of(),
                List.of(new Served(VIP, segment.address("backend1"), segment.mac("backend1")))));
        return lb;
    }

    private static InterfaceCounters counters(AttachedSegment lb) {
        return lb.dataPath.counters().engine().interfaces().getFirst();
    }

    private void send(int payload, int segmentSize) throws Exception {
        byte[] frame = syn(payload);
        ByteBuffer.wrap(frame).putShort(TCP_CHECKSUM, pseudoHeaderSum(frame));
        segment.in("client", () -> {
            OffloadedFrames.send(NetworkInterface.getByName("eth0").getIndex(), frame, segmentSize);
            return true;
        });
    }

    private byte[] syn(int payload) throws Exception {
        return TestFrames.syn(
                segment.mac("lb"),
                segment.mac("client"),
                IpAddress.parse(segment.address("client")),
                IpAddress.parse(VIP),
                payload);
    }

    private static short pseudoHeaderSum(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        int sum = 6 + frame.length - 34;
        for (int offset = 26; offset < 34; offset += Short.BYTES) {
            sum += bytes.getShort(offset) & 0xffff;
        }
        return (short) ((sum & 0xffff) + (sum >>> 16));
    }
}
