package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In on one interface, out on the other. */
@Tag("lab")
class TwoInterfacesIT {
    @TempDir
    private Path stateDirectory;

    @ParameterizedTest
    @CsvSource({"10.66.0.2,10.66.0.100,10.67.0.3", "2001:db8:66::2,2001:db8:66::100,2001:db8:67::3"})
    void aFrameFromClientsLeavesToBackendsByTheOtherInterface(String client, String vip, String backend)
            throws Exception {
        try (TestSegment segment = new TestSegment("t")) {
            segment.splitOffBackend1();
            MacAddress in = segment.mac("lb");
            try (AttachedSegment lb =
                    new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0", "eth1")) {
                lb.serve(service(vip, backend, segment.mac("backend1")));
                MacAddress out = lb.dataPath.interfaces().get(1).mac();
                byte[] frame =
                        TestFrames.syn(in, segment.mac("client"), IpAddress.parse(client), IpAddress.parse(vip), 0);

                assertThat(lb.sent("client", frame, "backend1", AttachedSegment.from(out)))
                        .singleElement()
                        .satisfies(arrived -> {
                            assertThat(TestFrames.isTo(arrived, segment.mac("backend1")))
                                    .isTrue();
                            assertThat(TestFrames.withoutMacs(arrived)).isEqualTo(TestFrames.withoutMacs(frame));
                        });
                assertThat(lb.dataPath.counters().engine().interfaces())
                        .extracting(counters -> counters.injected() > 0)
                        .containsExactly(false, true);
            }
        }
    }

    @Test
    void oneInterfaceGoesOnWhileTheOtherIsGone() throws Exception {
        try (TestSegment segment = new TestSegment("t")) {
            segment.splitOffBackend1();
            try (AttachedSegment lb =
                    new AttachedSegment(segment, "lb", stateDirectory, Offloads.AUTO, "eth0", "eth1")) {
                segment.ip("lb", "link del eth1");
                AttachedSegment.await(() -> !lb.dataPath.interfaces().get(1).isThere());
                lb.serve(service("10.66.0.100", "10.67.0.3", segment.mac("backend1")));
                assertThat(segment.run("client", "ping", "-c", "1", "-W", "5", "10.66.0.100"))
                        .contains("1 received");
            }
        }
    }

    private static TestService service(String vip, String backend, MacAddress mac) {
        return new TestService(
                List.of(
                        TestService.network(20, "eth0", 0, NetworkRole.CLIENT, "10.66.0.0/24", "2001:db8:66::/64"),
                        TestService.network(21, "eth1", 0, NetworkRole.BACKEND, "10.67.0.0/24", "2001:db8:67::/64")),
                List.of(),
                List.of(new Served(vip, backend, mac)));
    }
}
