package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.golden.Frames;
import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every frame: real ones of the vectors with bytes changed and ends cut off. */
final class ForwardingPropertyTest {
    private static final Forwarder IPV4 = forwarder("two-backends-v4");
    private static final Forwarder IPV6 = forwarder("two-backends-v6");
    private static final List<byte[]> FRAMES_V4 = Frames.ofTable("tables/two-backends-v4.yaml");
    private static final List<byte[]> FRAMES_V6 = Frames.ofTable("tables/two-backends-v6.yaml");

    private static final long NOW_NANOS = 1_000_000_000L;

    @Property(tries = 5_000)
    void ipv4BytesOfForwardedFramesAreIdentical(@ForAll("mangledIpv4") byte[] frame) {
        decide(IPV4, frame);
    }

    @Property(tries = 5_000)
    void ipv6BytesOfForwardedFramesAreIdentical(@ForAll("mangledIpv6") byte[] frame) {
        decide(IPV6, frame);
    }

    @Property(tries = 2_000)
    void noiseIsDecidedWithoutFailing(@ForAll byte[] noise) {
        decide(IPV4, noise);
    }

    /** What earlier frames left in the forwarder's tables is part of the test. */
    private static void decide(Forwarder forwarder, byte[] frame) {
        byte[] given = frame.clone();
        long before = counted(forwarder);
        Verdict verdict = forwarder.decide(MemorySegment.ofArray(given), 0, NOW_NANOS);
        assertThat(counted(forwarder) - before).isEqualTo(verdict instanceof Verdict.Hold ? 0 : 1);
        forwarder.expire(NOW_NANOS + 500_000_000);
        assertThat(counted(forwarder) - before).isEqualTo(1);
        int untouched = verdict instanceof Verdict.Forward ? 12 : 0;
        assertThat(Arrays.copyOfRange(given, Math.min(untouched, given.length), given.length))
                .isEqualTo(Arrays.copyOfRange(frame, Math.min(untouched, frame.length), frame.length));
    }

    private static Forwarder forwarder(String table) {
        GoldenTable golden = GoldenTable.read("tables/" + table + ".yaml");
        Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(64));
        forwarder.apply(
                ForwardingTableCompiler.compile(golden.desired(), golden.view()).table());
        return forwarder;
    }

    private static long counted(Forwarder forwarder) {
        return forwarder.counters().reasons().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Provide
    Arbitrary<byte[]> mangledIpv4() {
        return mangled(FRAMES_V4);
    }

    @Provide
    Arbitrary<byte[]> mangledIpv6() {
        return mangled(FRAMES_V6);
    }

    private static Arbitrary<byte[]> mangled(List<byte[]> frames) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 90);
        return Combinators.combine(
                        Arbitraries.of(frames),
                        Combinators.combine(places, Arbitraries.bytes())
                                .as(Change::new)
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 60))))
                .as(ForwardingPropertyTest::mangle);
    }

    private static byte[] mangle(byte[] frame, List<Change> changes, int cut) {
        byte[] mangled = Arrays.copyOf(frame, Math.max(0, frame.length - cut));
        changes.stream()
                .filter(change -> change.place() < mangled.length)
                .forEach(change -> mangled[change.place()] = change.value());
        return mangled;
    }

    private record Change(int place, byte value) {}
}
