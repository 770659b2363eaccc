package dev.carom.agent.forwarding.golden;

import java.util.ArrayList;
import java.util.List;

/** Frames of the vectors, for tests that want real ones: by the vector's table. */
public final class Frames {
    private Frames() {}

    /** All frames that vectors with this table send, in order. */
    public static List<byte[]> ofTable(String table) {
        List<byte[]> frames = new ArrayList<>();
        GoldenFiles.vectors().stream()
                .map(VectorReader::read)
                .filter(vector -> vector.table().equals(table))
                .forEach(vector -> vector.steps().forEach(step -> {
                    if (step instanceof GoldenStep.Frame frame) {
                        frames.add(frame.bytes());
                    }
                }));
        return frames;
    }
}
