package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TestFrames;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.TestService;
import dev.carom.agent.datapath.TestService.Served;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data path follows what happens to its links while it runs. */
@Tag("lab")
class LinkChangesIT {
    private static final String VIP = "10.66.0.100";

    private TestSegment segment;
    private AttachedSegment lb;

    @TempDir
    private Path stateDirectory;

    @BeforeEach
    void attach() throws Exception {
        segment = new TestSegment("c");
        lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
        serve();
    }

    @AfterEach
    void detach() throws Exception {
        lb.close();
        segment.close();
    }

    @Test
    void framesToAChangedMacAreForwardedFromIt() throws Exception {
        MacAddress changed = MacAddress.parse("52:54:00:00:77:77");
        segment.ip("lb", "link set eth0 address " + changed);
        AttachedSegment.await(() -> link().mac().equals(changed));
        serve();
        assertForwarded(changed, 0);
    }

    @Test
    void aLargerMtuLetsLongerPacketsThrough() throws Exception {
        segment.setMtu(9_000);
        AttachedSegment.await(() -> link().mtu() == 9_000);
        serve();
        assertForwarded(segment.mac("lb"), 8_000);
        assertThat(lb.dataPath.counters().engine().interfaces().getFirst().truncated())
                .isZero();
    }

    @Test
    void anInterfaceThatVanishesAndComesBackIsServedAgain() throws Exception {
        segment.removeLbInterface();
        AttachedSegment.await(() -> !link().isThere());
        assertThat(lb.status().ready()).isFalse();
        assertThat(lb.status().reason()).isEqualTo("the interface is gone");
        assertThat(lb.dataPath.send(0, new byte[60])).isFalse();

        segment.addLbInterface();
        AttachedSegment.await(() -> link().up() && lb.status().ready());
        serve();
        assertForwarded(segment.mac("lb"), 0);
        assertThat(segment.run("lb", "ethtool", "-k", "eth0")).contains("generic-receive-offload: off");
        assertThat(segment.run("lb", "nft", "list", "table", "netdev", "carom")).contains("eth0", VIP);
        assertThat(lb.dataPath.counters().engine().guardRestorations())
                .as("a link that goes takes its chain with it: nobody tampered")
                .isZero();
    }

    @Test
    void aLinkThatIsDownAtTheStartIsServedOnceItIsUp() throws Exception {
        lb.close();
        segment.ip("lb", "link set eth0 down");
        lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
        assertThat(lb.status().reason()).isEqualTo("the link is down");

        segment.ip("lb", "link set eth0 up");
        AttachedSegment.await(() -> lb.status().ready());
        serve();
        assertForwarded(segment.mac("lb"), 0);
    }

    @Test
    void anAddressOfTheNodeIsKnownOnWhicheverInterfaceItIs() throws Exception {
        segment.ip("lb", "address add " + VIP + "/32 dev lo");
        AttachedSegment.await(() -> "lo".equals(lb.dataPath.links().addresses().get(IpAddress.parse(VIP))));
        segment.ip("lb", "address del " + VIP + "/32 dev lo");
        AttachedSegment.await(() -> !lb.dataPath.links().addresses().containsKey(IpAddress.parse(VIP)));
    }

    private AttachedInterface link() {
        return lb.dataPath.interfaces().getFirst();
    }

    private void serve() throws Exception {
        lb.serve(new TestService(
                List.of(TestService.network(20, "eth0", 0, NetworkRole.BOTH, "10.66.0.0/24")),
                List.of(),
                List.of(new Served(VIP, segment.address("backend1"), segment.mac("backend1")))));
    }

    private void assertForwarded(MacAddress to, int payload) throws Exception {
        IpAddress client = IpAddress.parse(segment.address("client"));
        byte[] frame = TestFrames.syn(to, segment.mac("client"), client, IpAddress.parse(VIP), payload);
        assertThat(lb.sent("client", frame, "backend1", AttachedSegment.from(to)))
                .singleElement()
                .satisfies(arrived ->
                        assertThat(TestFrames.withoutMacs(arrived)).isEqualTo(TestFrames.withoutMacs(frame)));
    }
}
