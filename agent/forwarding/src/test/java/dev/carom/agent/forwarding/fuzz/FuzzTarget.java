package dev.carom.agent.forwarding.fuzz;

import dev.carom.agent.forwarding.golden.Frames;
import java.util.List;
import java.util.Locale;

/** What is fuzzed, and the areas of golden packets that it begins with. */
enum FuzzTarget {
    FRAMES(FrameFuzzer.class, ""),
    NEIGHBORS(NeighborFuzzer.class, "arp", "ndp"),
    ICMP_ERRORS(IcmpErrorFuzzer.class, "icmp");

    private final Class<?> fuzzer;
    private final List<String> areas;

    FuzzTarget(Class<?> fuzzer, String... areas) {
        this.fuzzer = fuzzer;
        this.areas = List.of(areas);
    }

    Class<?> fuzzer() {
        return fuzzer;
    }

    /** The name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<byte[]> seeds() {
        return areas.stream().flatMap(area -> Frames.ofArea(area).stream()).toList();
    }
}
