package dev.carom.agent.datapath;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class ControlFramesTest {
    private final ControlFrames frames = new ControlFrames();

    @Test
    void handsOverCopiesInOrder() {
        byte[] bytes = {1, 2, 3};
        frames.offer(1, MemorySegment.ofArray(bytes));
        bytes[0] = 9;
        frames.offer(0, MemorySegment.ofArray(new byte[] {4}));
        assertThat(frames.poll(0)).isNotNull().satisfies(first -> {
            assertThat(first.interfaceIndex()).isEqualTo(1);
            assertThat(first.bytes()).containsExactly(1, 2, 3);
        });
        assertThat(frames.poll(0))
                .isNotNull()
                .satisfies(second -> assertThat(second.bytes()).containsExactly(4));
        assertThat(frames.poll(0)).isNull();
    }

    @Test
    void losesAndCountsWhatFindsItFull() {
        for (int i = 0; i < 2_000; i++) {
            frames.offer(0, MemorySegment.ofArray(new byte[] {(byte) i}));
        }
        int kept = 0;
        while (frames.poll(0) != null) {
            kept++;
        }
        assertThat(kept + frames.lost()).isEqualTo(2_000);
        assertThat(frames.lost()).isPositive();
    }

    @Test
    void keepsTheHeadOfALongFrame() {
        frames.offer(0, MemorySegment.ofArray(new byte[1_500]));
        assertThat(frames.poll(0))
                .isNotNull()
                .satisfies(frame -> assertThat(frame.bytes()).hasSizeBetween(86, 1_500));
    }
}
