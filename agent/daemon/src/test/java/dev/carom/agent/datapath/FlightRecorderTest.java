package dev.carom.agent.datapath;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FlightRecorderTest {
    private static final int LENGTH = 64;

    private final FlightRecorder recorder = new FlightRecorder();

    @Test
    void keepsTheLastFramesInOrderOfBothWays() {
        for (int i = 0; i < 3 * FlightRing.SLOTS; i++) {
            recorder.met(0, frame(i), i, false);
        }
        recorder.sent(1, frame(7).toArray(ValueLayout.JAVA_BYTE));
        List<RecordedFrame> frames = recorder.recording().frames();
        assertThat(frames)
                .hasSize(FlightRecorder.FRAMES)
                .isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()));
        assertThat(frames.getLast().outbound()).isTrue();
        assertThat(frames.getFirst().time())
                .isEqualTo(Instant.ofEpochMilli(3 * FlightRing.SLOTS - FlightRecorder.FRAMES + 1));
    }

    @Test
    void aStateChangeKeepsItsFramesFromBeingWrittenOver() throws Exception {
        recorder.met(0, frame(1), 1, false);
        recorder.note(Instant.ofEpochMilli(2), "backend1 is DOWN");
        awaitFreeze();
        for (int i = 0; i < 2 * FlightRing.SLOTS; i++) {
            recorder.met(0, frame(2), 1_000_000 + i, false);
        }
        FlightRecorder.Recording recording = recorder.recording();
        assertThat(recording.changes())
                .containsExactly(new FlightRecorder.Change(Instant.ofEpochMilli(2), "backend1 is DOWN"));
        assertThat(recording.frames().getFirst().time()).isEqualTo(Instant.ofEpochMilli(1));
        assertThat(recording.frames()).hasSize(1 + FlightRecorder.FRAMES);
    }

    /** While the writer goes on, no copy mixes two frames. */
    @Test
    void copiesAreWhole() throws Exception {
        FlightRing ring = new FlightRing(0);
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            MemorySegment[] frames = {frame(1), frame(2), frame(3)};
            for (long i = 0; i < 2_000_000 || !enough.get(); i++) {
                int which = (int) (i % 3);
                ring.write(which, frames[which], which, false);
            }
        });
        long copied = 0;
        while (writer.isAlive()) {
            enough.set(copied > 0);
            for (RecordedFrame frame : ring.newest(FlightRing.SLOTS)) {
                assertThat(frame.bytes()).containsOnly(frame.interfaceIndex() + 1);
                copied++;
            }
        }
        writer.join();
        assertThat(copied).isPositive();
        assertThat(ring.newest(FlightRing.SLOTS)).hasSize(FlightRing.SLOTS - 1);
    }

    @Test
    void recordingAllocatesNothing() {
        MemorySegment frame = frame(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LongStream.range(0, 10_000).forEach(i -> recorder.met(0, frame, i, false));
        long self = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < 100_000; i++) {
            recorder.met(0, frame, i, false);
        }
        assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(100_000);
    }

    /** Changes are kept with what follows within a second. */
    private void awaitFreeze() throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (recorder.isWaiting() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(recorder.isWaiting()).isFalse();
    }

    private static MemorySegment frame(int content) {
        return MemorySegment.ofArray(new byte[LENGTH]).fill((byte) content);
    }
}
