package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.TaggedHost;
import dev.carom.agent.datapath.TestSegment;
import dev.carom.agent.datapath.pcap.AttachedSegment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neighbours on a network with a tag. */
@Tag("lab")
class TaggedNeighborsIT {
    private static final int VLAN = 100;
    private static final IpAddress BACKEND = IpAddress.parse("10.68.0.3");
    private static final IpAddress BACKEND6 = IpAddress.parse("2001:db8:68::3");
    private static final IpAddress VIP = IpAddress.parse("10.68.0.100");
    private static final IpAddress VIP6 = IpAddress.parse("2001:db8:68::100");
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;

    @TempDir
    private Path stateDirectory;

    @Test
    void aTaggedBackendIsLearnedAndAVipAnnouncedWithinTheVlan() throws Exception {
        try (TestSegment segment = new TestSegment("w");
                AttachedSegment lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
                TaggedHost backend = new TaggedHost(segment, "backend1", VLAN, BACKEND.toBytes());
                Neighbors neighbors =
                        segment.in("lb", () -> new Neighbors(lb.controlFrames, lb.dataPath, new Told()))) {
            neighbors.attach(List.of(tagged(lb.dataPath.interfaces().getFirst())));
            neighbors.resolve(List.of(new NeighborTarget(new UUID(0, 1), BACKEND)));
            AttachedSegment.await(() -> !neighbors.known().isEmpty());
            assertThat(neighbors.known().getFirst().mac()).isEqualTo(segment.mac("backend1"));

            neighbors.announce(Set.of(VIP, VIP6));
            AttachedSegment.await(() -> backend.heard(frame -> holds(frame, ARP, 18 + 14, VIP))
                    && backend.heard(frame -> holds(frame, IPV6, 18 + 40 + 8, VIP6)));
        }
    }

    @Test
    void aTaggedBackendIsLearnedByNeighbourDiscoveryWithinTheVlan() throws Exception {
        Told told = new Told();
        try (TestSegment segment = new TestSegment("x");
                AttachedSegment lb = new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0");
                TaggedHost backend = new TaggedHost(segment, "backend1", VLAN, BACKEND.toBytes());
                Neighbors neighbors = segment.in("lb", () -> new Neighbors(lb.controlFrames, lb.dataPath, told))) {
            neighbors.attach(List.of(tagged(lb.dataPath.interfaces().getFirst())));
            neighbors.resolve(List.of(new NeighborTarget(new UUID(0, 1), BACKEND6)));
            AttachedSegment.await(() -> backend.heard(frame -> holds(frame, IPV6, 18 + 40 + 8, BACKEND6)));

            byte[] stranger = NeighborDiscoveryFrame.announcement(segment.mac("client"), BACKEND6);
            backend.send(stranger);
            backend.send(VlanTag.put(stranger, VLAN + 1));
            backend.send(VlanTag.put(NeighborDiscoveryFrame.announcement(segment.mac("backend1"), BACKEND6), VLAN));
            AttachedSegment.await(() -> !told.learned.isEmpty());
            assertThat(told.learned)
                    .as("what is said outside the VLAN is not believed")
                    .containsExactly(segment.mac("backend1"));
        }
    }

    private static boolean holds(byte[] frame, int etherType, int at, IpAddress vip) {
        byte[] address = vip.toBytes();
        return (ByteBuffer.wrap(frame).getShort(16) & 0xffff) == etherType
                && Arrays.equals(frame, at, at + address.length, address, 0, address.length);
    }

    /** Without an address of the node's own in it: it asks all the same. */
    private static Segment tagged(AttachedInterface link) {
        return new Segment(
                link,
                VLAN,
                List.of(IpPrefix.parse("10.68.0.0/24"), IpPrefix.parse("2001:db8:68::/64")),
                List.of(),
                true,
                true);
    }

    private static final class Told implements NeighborEvents {
        private final List<MacAddress> learned = new CopyOnWriteArrayList<>();

        @Override
        public void learned(NeighborLearned neighbor) {
            learned.add(neighbor.mac());
        }

        @Override
        public void silent(UUID backend, int unanswered) {}

        @Override
        public void found(NeighborFinding finding) {}

        @Override
        public void free(IpAddress vip) {}
    }
}
