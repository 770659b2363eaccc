package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flood, and a change of the table, move none of ten thousand lasting flows. */
final class FloodTest {
    private static final int LASTING_FLOWS = 10_000;
    private static final int FLOOD = 300_000;
    private static final int LONG_FLOOD = 5_000_000;
    private static final int CAPACITY = 1 << 16;
    private static final int FIRST_CLIENT = 0x0b00_0001;
    private static final int FIRST_ATTACKER = 0x3000_0001;
    private static final long PACKET_GAP_NANOS = 1_000;

    private long now = 1_000_000_000L;

    enum Kind {
        SYN,
        SYN_AND_ACK,
        BARE_ACK,
        UDP
    }

    @ParameterizedTest
    @EnumSource
    void lastingFlowsStay(Kind kind) {
        flood(kind, FLOOD);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void lastingFlowsStayInALongFlood(Kind kind) {
        flood(kind, LONG_FLOOD);
    }

    private void flood(Kind kind, int tuples) {
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(CAPACITY))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(table("two-backends-v4"));
            UUID[] backends = new UUID[LASTING_FLOWS];
            for (int flow = 0; flow < LASTING_FLOWS; flow++) {
                backends[flow] = lasting(forwarder, frame, flow, TestFrames.SYN, 1);
            }
            now += 300_000_000;
            for (int flow = 0; flow < LASTING_FLOWS; flow++) {
                assertThat(lasting(forwarder, frame, flow, TestFrames.ACK, 2)).isEqualTo(backends[flow]);
            }
            long refused = 0;
            for (int i = 0; i < tuples; i++) {
                refused += attack(forwarder, frame, kind, i) instanceof Verdict.Forward ? 0 : 1;
            }
            assertThat(refused).isZero();
            forwarder.apply(table("three-backends-v4"));
            for (int flow = 0; flow < LASTING_FLOWS; flow++) {
                assertThat(lasting(forwarder, frame, flow, TestFrames.ACK, 3)).isEqualTo(backends[flow]);
            }
            assertThat(forwarder.counters().flows()).isLessThanOrEqualTo(CAPACITY);
            assertThat(forwarder.counters().of(Reason.FORWARDED_KNOWN_FLOW)).isGreaterThanOrEqualTo(2L * LASTING_FLOWS);
        }
    }

    private UUID lasting(Forwarder forwarder, MemorySegment frame, int flow, int flags, int sequence) {
        TestFrames.tcp(frame, FIRST_CLIENT + (flow << 4), 40_000, flags, sequence);
        return ((Verdict.Forward) decide(forwarder, frame)).backend();
    }

    private Verdict attack(Forwarder forwarder, MemorySegment frame, Kind kind, int number) {
        int attacker = FIRST_ATTACKER + number;
        switch (kind) {
            case SYN -> TestFrames.tcp(frame, attacker, 50_000, TestFrames.SYN, 1);
            case SYN_AND_ACK -> {
                TestFrames.tcp(frame, attacker, 50_000, TestFrames.SYN, 1);
                decide(forwarder, frame);
                TestFrames.tcp(frame, attacker, 50_000, TestFrames.ACK, 2);
            }
            case BARE_ACK -> TestFrames.tcp(frame, attacker, 50_000, TestFrames.ACK, 2);
            case UDP -> TestFrames.udp(frame, attacker, 50_000);
        }
        return decide(forwarder, frame);
    }

    private Verdict decide(Forwarder forwarder, MemorySegment frame) {
        now += PACKET_GAP_NANOS;
        return forwarder.decide(frame, 0, now);
    }

    private static ForwardingTable table(String name) {
        GoldenTable golden = GoldenTable.read("tables/" + name + ".yaml");
        return ForwardingTableCompiler.compile(golden.desired(), golden.view()).table();
    }
}
