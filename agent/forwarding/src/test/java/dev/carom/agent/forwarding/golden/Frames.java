package dev.carom.agent.forwarding.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Frames of the vectors, for tests that want real ones: by the vector's table. */
public final class Frames {
    private Frames() {}

    /** All frames that vectors with this table send, in order. */
    public static List<byte[]> ofTable(String table) {
        return of(vector -> vector.table().equals(table));
    }

    /** All frames that the vectors of one area send: {@code arp}, {@code icmp} …; empty is every area. */
    public static List<byte[]> ofArea(String area) {
        return of(vector -> vector.name().startsWith(area));
    }

    private static List<byte[]> of(Predicate<GoldenVector> wanted) {
        List<byte[]> frames = new ArrayList<>();
        GoldenFiles.vectors().stream()
                .map(VectorReader::read)
                .filter(wanted)
                .forEach(vector -> vector.steps().forEach(step -> {
                    if (step instanceof GoldenStep.Frame frame) {
                        frames.add(frame.bytes());
                    }
                }));
        return frames;
    }
}
