package dev.carom.agent.forwarding.fuzz;

import dev.carom.agent.forwarding.Forwarder;
import dev.carom.agent.forwarding.ForwarderSettings;
import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.Verdict;
import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A forwarder that decides whatever comes, and what must hold of each decision. It lives as long as the fuzzer: what
 * earlier inputs left in its tables is part of the test.
 */
final class FuzzedForwarder {
    private static final Reason[] REASONS = Reason.values();
    private static final int MACS_LENGTH = 12;
    private static final long NANOS_BETWEEN_FRAMES = 7_000_000;
    private static final int FRAMES_BETWEEN_EXPIRIES = 64;

    private final Forwarder forwarder =
            new Forwarder(ForwarderSettings.defaults().withFlowCapacity(64));
    private long nowNanos = 1_000_000_000L;
    private long decided;
    private long counted;
    private long held;

    FuzzedForwarder(String table) {
        GoldenTable golden = GoldenTable.read("tables/" + table + ".yaml");
        forwarder.apply(
                ForwardingTableCompiler.compile(golden.desired(), golden.view()).table());
    }

    void decide(byte[] frame) {
        nowNanos += NANOS_BETWEEN_FRAMES;
        byte[] given = frame.clone();
        check(forwarder.decide(MemorySegment.ofArray(given), 0, nowNanos), frame);
        @Nullable Verdict released = forwarder.decideReleased(nowNanos);
        while (released != null) {
            held--;
            check(released, null);
            released = forwarder.decideReleased(nowNanos);
        }
        if (++decided % FRAMES_BETWEEN_EXPIRIES == 0) {
            expire();
        }
    }

    private void expire() {
        forwarder.expire(nowNanos);
        long expired = total() - counted;
        held -= expired;
        counted += expired;
        require(held >= 0, "more held frames were given up than were held");
    }

    private void check(Verdict verdict, byte @Nullable [] frame) {
        if (verdict instanceof Verdict.Hold) {
            held++;
        } else {
            counted++;
        }
        require(total() == counted, "a frame is counted once");
        if (verdict instanceof Verdict.Forward && frame != null) {
            byte[] out = forwarder.outgoing().toArray(ValueLayout.JAVA_BYTE);
            boolean sameLength = out.length == frame.length;
            require(
                    !sameLength || Arrays.equals(out, MACS_LENGTH, out.length, frame, MACS_LENGTH, frame.length),
                    "a forwarded frame differs in its MACs alone");
        }
    }

    private long total() {
        long total = 0;
        for (Reason reason : REASONS) {
            total += forwarder.counters().of(reason);
        }
        return total;
    }

    private static void require(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError(claim);
        }
    }
}
