package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TaggedHost;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestService;
import dev.carom.agent.datapath.TestService.Served;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.neighbor.NeighborDiscoveryFrame;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks with a tag: frames as a switch's trunk port gives and takes them. */
@Tag("lab")
class VlanIT {
    private static final int VLAN = 100;
    private static final String VIP = "10.68.0.100";
    private static final String VIP6 = "2001:db8:68::100";
    private static final IpAddress CLIENT6 = IpAddress.parse("2001:db8:68::2");
    private static final int ADVERTISEMENT = 136;
    private static final IpAddress BACKEND = IpAddress.parse("10.68.0.3");
    private static final IpAddress CLIENT = IpAddress.parse("10.68.0.2");

    private TestSegment segment;
    private AttachedSegment lb;
    private TaggedHost backend;
    private MacAddress mac;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void attach() throws Exception {
        segment = new TestSegment("v");
        lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
        backend = new TaggedHost(segment, "backend1", VLAN, BACKEND.toBytes());
        mac = segment.mac("lb");
    }

    @AfterEach
    void detach() throws Exception {
        backend.close();
        lb.close();
        segment.close();
    }

    @Test
    void aQuestionWithinTheVlanIsAnsweredWithinIt() throws Exception {
        serveTagged();
        byte[] question = ByteBuffer.allocate(46)
                .put(MacAddress.BROADCAST.toBytes())
                .put(segment.mac("backend1").toBytes())
                .putInt(0x8100_0000 | VLAN)
                .putLong(0x0806_0001_0800_0604L)
                .putShort((short) 1)
                .put(segment.mac("backend1").toBytes())
                .put(CLIENT.toBytes())
                .put(new byte[6])
                .put(IpAddress.parse(VIP).toBytes())
                .array();
        backend.send(question);
        AttachedSegment.await(() -> backend.heard(frame -> TestFrames.isFrom(frame, mac)
                && TestFrames.isTo(frame, macOfBackend())
                && Arrays.equals(frame, 32, 36, IpAddress.parse(VIP).toBytes(), 0, 4)));
        assertThat(lb.count(Reason.ANSWERED_ARP)).isOne();
    }

    @Test
    void aSolicitationWithinTheVlanIsAnsweredWithinIt() throws Exception {
        serveTagged();
        byte[] question = NeighborDiscoveryFrame.solicitation(
                segment.mac("backend1"), CLIENT6, IpAddress.parse(VIP6), Optional.empty());
        backend.send(TestFrames.tagged(question, VLAN));
        AttachedSegment.await(() -> backend.heard(frame -> TestFrames.isFrom(frame, mac)
                && TestFrames.isTo(frame, macOfBackend())
                && (frame[18 + 40] & 0xff) == ADVERTISEMENT
                && Arrays.equals(frame, 18 + 48, 18 + 64, IpAddress.parse(VIP6).toBytes(), 0, 16)));
        assertThat(lb.count(Reason.ANSWERED_NEIGHBOR_SOLICITATION)).isOne();
    }

    @Test
    void aFrameGoesToATaggedBackendWithItsTag() throws Exception {
        serveTagged();
        byte[] untagged = TestFrames.syn(mac, segment.mac("client"), CLIENT, IpAddress.parse(VIP), 0);
        lb.send("client", untagged);
        AttachedSegment.await(() -> backend.heard(frame -> TestFrames.isFrom(frame, mac)
                && Arrays.equals(frame, 16, frame.length, untagged, 12, untagged.length)));
    }

    @Test
    void twoTagsPass() throws Exception {
        serveTagged();
        byte[] untagged = TestFrames.syn(mac, segment.mac("client"), CLIENT, IpAddress.parse(VIP), 0);
        lb.send("client", TestFrames.tagged(TestFrames.tagged(untagged, VLAN), 7));
        AttachedSegment.await(() -> lb.count(Reason.PASSED_QINQ) == 1);
    }

    private MacAddress macOfBackend() {
        try {
            return segment.mac("backend1");
        } catch (Exception gone) {
            throw new AssertionError(gone);
        }
    }

    private void serveTagged() throws Exception {
        lb.serve(new TestService(
                List.of(TestService.network(20, "eth0", VLAN, NetworkRole.BOTH, "10.68.0.0/24", "2001:db8:68::/64")),
                List.of(),
                List.of(
                        new Served(VIP, BACKEND.toString(), segment.mac("backend1")),
                        new Served(VIP6, "2001:db8:68::3", segment.mac("backend1")))));
    }
}
