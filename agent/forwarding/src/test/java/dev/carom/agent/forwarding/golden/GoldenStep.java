package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One line of a vector's story. */
public sealed interface GoldenStep {

    record Frame(String in, byte[] bytes, Expectation expect) implements GoldenStep {}

    /** The frame once for each value of the bytes at {@code offset}. */
    record Sweep(String in, byte[] bytes, int offset, int width, int from, int to, Expectation expect)
            implements GoldenStep {}

    /** {@code counters} is what moves because of the time alone. */
    record Advance(Duration duration, Map<Reason, Long> counters) implements GoldenStep {}

    record SwapTable(String table) implements GoldenStep {}

    /** By backend name, at every listener. */
    record SetHealth(Map<String, Health> health) implements GoldenStep {}

    /**
     * @param verdict Forward, Pass, Answer, Drop or Hold
     * @param reason by its name in the enum
     * @param out empty where the vector does not say; Pass, Drop and Hold let nothing out in any case
     * @param counters what moves, by reason or by its first word in lower case
     * @param released how many held fragments are forwarded after the frame
     * @param flows remembered after the step
     */
    record Expectation(
            String verdict,
            Optional<String> reason,
            Optional<List<Out>> out,
            boolean checksumValid,
            Map<String, Long> counters,
            int released,
            OptionalLong flows) {}

    /**
     * @param bytes empty is the frame that went in
     * @param backend whom the frame is for: its MAC and the interface's stand in place of the frame's
     */
    record Out(String interfaceName, Optional<byte[]> bytes, Optional<String> backend) {}
}
