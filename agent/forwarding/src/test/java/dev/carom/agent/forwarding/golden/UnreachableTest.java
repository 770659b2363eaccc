package dev.carom.agent.forwarding.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.Reason;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ICMP unreachables that a backend sends past this node count against it, and pass. */
class UnreachableTest {
    private static final String V4 = "ipv4 10.0.0.100 > 192.0.2.10 / unreachable code=%d / ipv4 192.0.2.10 > %s / %s";
    private static final String V6 =
            "ipv6 2001:db8::100 > 2001:db8:1::10 / unreachable code=%d / ipv6 2001:db8:1::10 > %s / %s";
    private static final String BACKEND2 = "eth from=02:00:00:00:02:02 / ";
    private static final String TCP = "tcp 40000 > 80 flags=SYN";

    @ParameterizedTest
    @CsvSource({
        "v4, 3, 10.0.0.100, udp 40000 > 53", "v4, 1, 10.0.0.100, tcp 40000 > 80 flags=SYN",
        "v6, 4, 2001:db8::100, udp 40000 > 53", "v6, 0, 2001:db8::100, tcp 40000 > 80 flags=SYN"
    })
    void oneAboutAVipCountsForTheBackendThatSentIt(String family, int code, String vip, String packet) {
        assertThat(counted(family, BACKEND2 + text(family, code, vip, packet))).containsExactly(id("backend2"));
    }

    @ParameterizedTest
    @CsvSource({
        "v4, 4, 10.0.0.100, tcp 40000 > 80 flags=SYN, it is only too big",
        "v4, 1, 10.0.0.7, tcp 40000 > 80 flags=SYN, it is about no VIP",
        "v6, 1, 2001:db8::7, tcp 40000 > 80 flags=SYN, it is about no VIP",
        "v4, 3, 10.0.0.100, tcp 40000 > 81 flags=SYN, there is no listener",
        "v6, 3, 2001:db8::100, udp 40000 > 54, there is no listener"
    })
    void oneThatSaysNothingOfTheServiceDoesNot(String family, int code, String about, String packet, String why) {
        assertThat(counted(family, BACKEND2 + text(family, code, about, packet)))
                .as(why)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v4, 10.0.0.100", "v6, 2001:db8::100"})
    void norDoesOneThatARouterOrAClientSent(String family, String vip) {
        assertThat(counted(family, text(family, 1, vip, TCP))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v4, 10.0.0.100", "v6, 2001:db8::100"})
    void norDoesOneThatIsCutOff(String family, String vip) {
        String cut =
                text(family, 1, vip, TCP).replaceFirst("unreachable code=1 / ", "unreachable code=1 / cut 0 18 / ");
        assertThat(counted(family, BACKEND2 + cut)).isEmpty();
    }

    private static String text(String family, int code, String about, String packet) {
        return (family.equals("v4") ? V4 : V6).formatted(code, about, packet);
    }

    private static List<UUID> counted(String family, String frame) {
        GoldenTable table = GoldenTable.read("tables/two-backends-" + family + ".yaml");
        try (Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(64))) {
            forwarder.apply(ForwardingTableCompiler.compile(table.desired(), table.view())
                    .table());
            forwarder.decide(MemorySegment.ofArray(FrameText.bytes(frame)), 0, 1);
            assertThat(forwarder.counters().of(Reason.PASSED_NOT_VIP)).isOne();
            return forwarder.counters().backends().stream()
                    .filter(count -> count.unreachable() == 1)
                    .map(BackendCount::backend)
                    .toList();
        }
    }

    private static UUID id(String backend) {
        return GoldenTable.id("backends", backend);
    }
}
