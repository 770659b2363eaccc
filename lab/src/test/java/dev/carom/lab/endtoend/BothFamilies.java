package dev.carom.lab.endtoend;

import java.util.function.Function;

/** The same service twice. */
record BothFamilies(RunningService ipv4, RunningService ipv6) implements AutoCloseable {

    static BothFamilies start(Function<Family, RunningService> start) {
        RunningService first = start.apply(Family.IPV4);
        try {
            return new BothFamilies(first, start.apply(Family.IPV6));
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    RunningService of(Family family) {
        return switch (family) {
            case IPV4 -> ipv4;
            case IPV6 -> ipv6;
        };
    }

    @Override
    public void close() {
        try (ipv4) {
            ipv6.close();
        }
    }
}
