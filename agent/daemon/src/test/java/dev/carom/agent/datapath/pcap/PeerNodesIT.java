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
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.PcapHandle.PcapDirection;

/** Two nodes of a group on one segment. */
@Tag("lab")
class PeerNodesIT {
    private static final String VIP = "10.66.0.100";
    private static final int QUIET_MILLIS = 1_500;

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    /** A pinned MAC that is the peer's is how a frame gets from node to node. */
    @Test
    void aFrameThatAPeerForwardedIsNotForwardedTwice() throws Exception {
        try (TestSegment segment = new TestSegment("n")) {
            MacAddress mac = segment.mac("lb");
            MacAddress peerMac = segment.mac("backend2");
            MacAddress backend = segment.mac("backend1");
            try (AttachedSegment node = new AttachedSegment(segment, "lb", first, Offloads.AUTO, "eth0");
                    AttachedSegment peer = new AttachedSegment(segment, "backend2", second, Offloads.AUTO, "eth0");
                    FrameWatch atBackend = segment.in("backend1", () -> new FrameWatch(PcapDirection.IN))) {
                node.serve(service(peerMac, segment.address("backend1"), peerMac));
                peer.serve(service(mac, segment.address("backend1"), backend));

                byte[] frame = TestFrames.syn(
                        mac,
                        segment.mac("client"),
                        IpAddress.parse(segment.address("client")),
                        IpAddress.parse(VIP),
                        0);
                node.send("client", frame);

                AttachedSegment.await(() -> peer.count(Reason.DROPPED_LOOPED) == 1);
                assertThat(node.count(Reason.FORWARDED_NEW_FLOW)).isOne();
                assertThat(segment.in("backend1", () -> atBackend.take(1, QUIET_MILLIS, PeerNodesIT::isIpv4)))
                        .isEmpty();
            }
        }
    }

    /** The hosts announce themselves by IPv6. */
    private static boolean isIpv4(byte[] frame) {
        return TestFrames.etherType(frame) == 0x0800;
    }

    private static TestService service(MacAddress peer, String backend, MacAddress backendMac) {
        return new TestService(
                List.of(TestService.network(20, "eth0", 0, NetworkRole.BOTH, "10.66.0.0/24")),
                List.of(TestService.peer(peer)),
                List.of(new Served(VIP, backend, backendMac)));
    }
}
