package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.carom.agent.forwarding.golden.GoldenTable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flood, and a change of the table in the middle of it, move none of ten thousand lasting flows. */
final class FloodTest {
    private static final int LASTING_FLOWS = 10_000;
    private static final int FLOOD = 300_000;
    private static final int LONG_FLOOD = 5_000_000;
    private static final int WARM_UP = 200_000;
    private static final int CAPACITY = 1 << 16;
    private static final int FIRST_CLIENT = 0x0b00_0001;
    private static final int FIRST_ATTACKER = 0x3000_0001;
    private static final long PACKET_GAP_NANOS = 1_000;
    /** What the JVM may need for itself meanwhile; five million flows remembered would be 360 MB. */
    private static final long MOST_GROWTH = 48L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final UUID[] backends = new UUID[LASTING_FLOWS];
    private long now = 1_000_000_000L;

    enum Kind {
        SYN,
        SYN_AND_ACK,
        BARE_ACK,
        UDP
    }

    @ParameterizedTest
    @EnumSource
    void lastingFlowsStay(Kind kind) throws IOException {
        flood(kind, FLOOD);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void lastingFlowsStayInALongFlood(Kind kind) throws IOException {
        FloodEvidence.add(flood(kind, LONG_FLOOD));
    }

    private FloodEvidence.Row flood(Kind kind, int tuples) throws IOException {
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(CAPACITY))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(table("two-backends-v4"));
            establish(forwarder, frame);
            attack(forwarder, frame, kind, 0, WARM_UP);
            assertThat(lost(forwarder, frame, 3)).isZero();

            long residentBefore = ResidentMemory.bytes();
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            attack(forwarder, frame, kind, WARM_UP, WARM_UP + tuples / 2);
            long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            forwarder.apply(table("three-backends-v4"));
            long lostAtTheChange = lost(forwarder, frame, 4);
            allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            attack(forwarder, frame, kind, WARM_UP + tuples / 2, WARM_UP + tuples);
            allocated += threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            long growth = ResidentMemory.bytes() - residentBefore;
            long lost = lostAtTheChange + lost(forwarder, frame, 5);

            assertThat(lost).as("protected flows that another backend got").isZero();
            assertThat(growth).as("bytes that the process grew by").isLessThan(MOST_GROWTH);
            // The JVM itself puts an object on the heap when it gives compiled code up: nothing that counts with
            // packets.
            assertThat(allocated / tuples).as("bytes allocated for a packet").isZero();
            assertThat(forwarder.counters().flows()).isLessThanOrEqualTo(CAPACITY);
            assertThat(forwarder.counters().of(Reason.FORWARDED_KNOWN_FLOW)).isGreaterThanOrEqualTo(4L * LASTING_FLOWS);
            return new FloodEvidence.Row(kind, tuples, LASTING_FLOWS, lost, growth, allocated);
        }
    }

    private void establish(Forwarder forwarder, MemorySegment frame) {
        for (int flow = 0; flow < LASTING_FLOWS; flow++) {
            backends[flow] = lasting(forwarder, frame, flow, TestFrames.SYN, 1);
        }
        now += 300_000_000;
        assertThat(lost(forwarder, frame, 2)).isZero();
    }

    /** How many are not forwarded to the backend that they began on. */
    private long lost(Forwarder forwarder, MemorySegment frame, int sequence) {
        long lost = 0;
        for (int flow = 0; flow < LASTING_FLOWS; flow++) {
            lost += backends[flow].equals(lasting(forwarder, frame, flow, TestFrames.ACK, sequence)) ? 0 : 1;
        }
        return lost;
    }

    private UUID lasting(Forwarder forwarder, MemorySegment frame, int flow, int flags, int sequence) {
        TestFrames.tcp(frame, FIRST_CLIENT + (flow << 4), 40_000, flags, sequence);
        return ((Verdict.Forward) decide(forwarder, frame)).backend();
    }

    /** Nothing is refused: what is not remembered is forwarded by the table. */
    private void attack(Forwarder forwarder, MemorySegment frame, Kind kind, int from, int to) {
        long refused = 0;
        for (int i = from; i < to; i++) {
            refused += attack(forwarder, frame, kind, FIRST_ATTACKER + i) instanceof Verdict.Forward ? 0 : 1;
        }
        assertThat(refused).isZero();
    }

    private Verdict attack(Forwarder forwarder, MemorySegment frame, Kind kind, int attacker) {
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
