package dev.carom.agent.forwarding.golden;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every vector below {@code golden/} through one engine: a subclass says which. */
public abstract class GoldenPacketTest {

    /** A fresh engine with room for 64 flows and the default settings otherwise: vectors count on both. */
    protected abstract GoldenEngine start();

    /** Which vectors the engine can run; all, unless it says otherwise. */
    protected boolean runs(GoldenVector vector) {
        return true;
    }

    @TestFactory
    Stream<DynamicTest> vectors() {
        return GoldenFiles.vectors().stream()
                .map(VectorReader::read)
                .filter(this::runs)
                .map(vector -> DynamicTest.dynamicTest(vector.name() + ": " + vector.description(), () -> run(vector)));
    }

    private void run(GoldenVector vector) {
        try (GoldenEngine engine = start()) {
            GoldenRun run = new GoldenRun(engine, vector.table());
            for (int step = 0; step < vector.steps().size(); step++) {
                run.take(step + 1, vector.steps().get(step));
            }
        }
    }
}
