package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.FrameWatch;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestService;
import dev.carom.agent.datapath.TestService.Served;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.linux.PacketSocket;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.PcapHandle.PcapDirection;

/** A datagram whose fragments come out of order leaves the node in order. */
@Tag("lab")
class FragmentsIT {
    private static final String VIP = "2001:db8:70::100";
    private static final String BACKEND = "2001:db8:70::3";
    private static final IpAddress CLIENT = IpAddress.parse("2001:db8:70::2");
    private static final int HEADERS = 54;
    private static final int PAYLOAD_LENGTH_OFFSET = 18;
    private static final int NEXT_HEADER_OFFSET = 20;
    private static final byte FRAGMENT = 44;
    private static final byte TCP = 6;
    private static final long PATIENCE_MILLIS = 60_000;

    private TestSegment segment;
    private AttachedSegment lb;
    private MacAddress mac;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void attach() throws Exception {
        segment = new TestSegment("g");
        lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
        mac = segment.mac("lb");
        lb.serve(new TestService(
                List.of(TestService.network(30, "eth0", 0, NetworkRole.BOTH, "2001:db8:70::/64")),
                List.of(),
                List.of(new Served(VIP, BACKEND, segment.mac("backend1")))));
    }

    @AfterEach
    void detach() throws Exception {
        lb.close();
        segment.close();
    }

    @Test
    void theFirstFragmentLeavesBeforeTheOneThatOvertookIt() throws Exception {
        byte[] whole = TestFrames.syn(mac, segment.mac("client"), CLIENT, IpAddress.parse(VIP), 64);
        byte[] first = fragment(whole, 0, 48, true);
        byte[] last = fragment(whole, 48, whole.length - HEADERS, false);
        List<byte[]> arrived;
        try (FrameWatch watch = segment.in("backend1", () -> new FrameWatch(PcapDirection.IN))) {
            send(last, first);
            arrived = segment.in("backend1", () -> watch.take(2, PATIENCE_MILLIS, AttachedSegment.from(mac)));
        }
        assertThat(arrived)
                .extracting(TestFrames::withoutMacs)
                .containsExactly(TestFrames.withoutMacs(first), TestFrames.withoutMacs(last));
        assertThat(lb.count(Reason.FORWARDED_FRAGMENT)).isOne();
    }

    /** One right after the other: what overtook waits for half a second only. */
    private void send(byte[]... frames) throws Exception {
        segment.in("client", () -> {
            try (PacketSocket socket =
                    PacketSocket.open(NetworkInterface.getByName("eth0").getIndex())) {
                for (byte[] frame : frames) {
                    socket.send(frame);
                }
            }
            return true;
        });
    }

    /** That part of an IPv6 packet's payload, behind a fragment header. */
    private static byte[] fragment(byte[] whole, int from, int to, boolean more) {
        int length = 8 + to - from;
        return ByteBuffer.allocate(HEADERS + length)
                .put(whole, 0, HEADERS)
                .putShort(PAYLOAD_LENGTH_OFFSET, (short) length)
                .put(NEXT_HEADER_OFFSET, FRAGMENT)
                .put(TCP)
                .put((byte) 0)
                .putShort((short) (from | (more ? 1 : 0)))
                .putInt(7)
                .put(whole, HEADERS + from, to - from)
                .array();
    }
}
