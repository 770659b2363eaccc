package dev.carom.agent.forwarding.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.forwarding.golden.GoldenEngine.OutFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One vector on one engine: keeps its clock, its table and its health. */
final class GoldenRun {
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, String> VERDICTS =
            Map.of("FORWARDED", "Forward", "PASSED", "Pass", "ANSWERED", "Answer", "DROPPED", "Drop");

    private final GoldenEngine engine;
    private final Map<String, Health> health = new HashMap<>();
    private GoldenTable table;
    private long nowNanos = 1_000_000_000L;

    GoldenRun(GoldenEngine engine, String tableFile) {
        this.engine = engine;
        table = GoldenTable.read(tableFile);
        apply();
    }

    void take(int number, GoldenStep step) {
        switch (step) {
            case GoldenStep.Frame frame -> send("step " + number, frame.in(), frame.bytes(), frame.expect());
            case GoldenStep.Sweep sweep -> sweep("step " + number, sweep);
            case GoldenStep.Advance advance -> {
                nowNanos += advance.duration().toNanos();
                apply();
                idle("step " + number, advance.counters());
            }
            case GoldenStep.SwapTable swap -> {
                table = GoldenTable.read(swap.table()).withHealth(health);
                apply();
            }
            case GoldenStep.SetHealth change -> {
                health.putAll(change.health());
                table = table.withHealth(change.health());
                apply();
            }
        }
    }

    /** The vector's wall clock begins at the epoch and goes along with the other. */
    private void apply() {
        GoldenTable now = table.at(Instant.EPOCH.plusNanos(nowNanos));
        engine.apply(ForwardingTableCompiler.compile(now.desired(), now.view()).table());
    }

    private void sweep(String where, GoldenStep.Sweep sweep) {
        for (int value = sweep.from(); value <= sweep.to(); value++) {
            byte[] frame = sweep.bytes().clone();
            for (int i = 0; i < sweep.width(); i++) {
                frame[sweep.offset() + i] = (byte) (value >>> 8 * (sweep.width() - 1 - i));
            }
            if (sweep.expect().checksumValid()) {
                ReferenceChecksum.repair(frame);
            }
            send(where + ", value " + value, sweep.in(), frame, sweep.expect());
        }
    }

    private void send(String where, String in, byte[] frame, GoldenStep.Expectation expect) {
        Map<Reason, Long> before = engine.counters();
        List<OutFrame> out = engine.send(table.interfaceIndex(in), frame, nowNanos);
        List<Reason> moved = new ArrayList<>(moved(before, engine.counters()));
        for (int i = 0; i < expect.released(); i++) {
            assertThat(moved.remove(Reason.FORWARDED_FRAGMENT))
                    .as("%s: released fragment %d is forwarded", where, i + 1)
                    .isTrue();
        }
        if (expect.verdict().equals("Hold")) {
            assertThat(moved).as("%s: a held frame is not counted yet", where).isEmpty();
        } else {
            assertThat(moved)
                    .as("%s: exactly one reason is counted, once", where)
                    .hasSize(1);
            checkReason(where, moved.getFirst(), expect);
        }
        expect.counters()
                .forEach((name, count) -> assertThat(moved.stream()
                                .filter(it -> it.name().equals(name)
                                        || kind(it).toLowerCase(Locale.ROOT).equals(name))
                                .count())
                        .as("%s: counter %s", where, name)
                        .isEqualTo(count));
        expect.flows()
                .ifPresent(flows ->
                        assertThat(engine.flows()).as("%s: flows", where).isEqualTo(flows));
        checkOut(where, frame, out, expect);
    }

    private static void checkReason(String where, Reason reason, GoldenStep.Expectation expect) {
        assertThat(VERDICTS.get(kind(reason)))
                .as("%s: verdict, for %s", where, reason)
                .isEqualTo(expect.verdict());
        expect.reason()
                .ifPresent(name ->
                        assertThat(reason.name()).as("%s: reason", where).isEqualTo(name));
    }

    private void idle(String where, Map<Reason, Long> expected) {
        Map<Reason, Long> before = engine.counters();
        engine.idle(nowNanos);
        List<Reason> moved = moved(before, engine.counters());
        assertThat(moved.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .as("%s: counted because of the time", where)
                .isEqualTo(expected);
    }

    private void checkOut(String where, byte[] in, List<OutFrame> out, GoldenStep.Expectation expect) {
        boolean silent = List.of("Pass", "Drop", "Hold").contains(expect.verdict());
        assertThat(out).as("%s: frames out", where).hasSize(expect.released() + (silent ? 0 : 1));
        if (expect.checksumValid()) {
            assertThat(out).as("%s: checksums", where).allMatch(frame -> ReferenceChecksum.isValid(frame.bytes()));
        }
        expect.out()
                .ifPresent(frames -> assertThat(out.stream()
                                .map(frame -> frame.egressInterface() + " " + HEX.formatHex(frame.bytes()))
                                .toList())
                        .as("%s: frames out", where)
                        .isEqualTo(frames.stream()
                                .map(frame -> table.interfaceIndex(frame.interfaceName()) + " "
                                        + HEX.formatHex(expected(frame, in)))
                                .toList()));
    }

    private byte[] expected(GoldenStep.Out out, byte[] in) {
        byte[] frame = out.bytes().orElse(in);
        return out.backend()
                .map(backend -> table.addressed(frame, out.interfaceName(), backend))
                .orElse(frame);
    }

    private static List<Reason> moved(Map<Reason, Long> before, Map<Reason, Long> after) {
        return after.entrySet().stream()
                .flatMap(entry -> LongStream.range(before.getOrDefault(entry.getKey(), 0L), entry.getValue())
                        .mapToObj(count -> entry.getKey()))
                .toList();
    }

    private static String kind(Reason reason) {
        return reason.name().substring(0, reason.name().indexOf('_'));
    }
}
