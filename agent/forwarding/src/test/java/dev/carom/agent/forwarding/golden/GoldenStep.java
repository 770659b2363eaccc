package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.Health;
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

    record Advance(Duration duration) implements GoldenStep {}

    record SwapTable(String table) implements GoldenStep {}

    /** By backend name, at every listener. */
    record SetHealth(Map<String, Health> health) implements GoldenStep {}

    /**
     * @param verdict Forward, Pass, Answer or Drop
     * @param reason by its name in the enum
     * @param out empty where the vector does not say; Pass and Drop let nothing out in any case
     * @param counters what moves, by reason or by its first word in lower case
     * @param flows remembered after the step
     */
    record Expectation(
            String verdict,
            Optional<String> reason,
            Optional<List<Out>> out,
            boolean checksumValid,
            Map<String, Long> counters,
            OptionalLong flows) {}

    record Out(String interfaceName, byte[] bytes) {}
}
