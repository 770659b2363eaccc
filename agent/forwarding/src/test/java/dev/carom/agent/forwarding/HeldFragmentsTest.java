package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeldFragmentsTest {
    private final HeldFragments held = new HeldFragments();
    private final FrameBuffer into = new FrameBuffer();

    @AfterEach
    void close() {
        held.close();
        into.close();
    }

    @Test
    void whatIsReleasedLeavesInTheOrderInWhichItCame() {
        hold(1, 0, 'a');
        hold(2, 0, 'b');
        hold(1, 0, 'c');
        held.release(1);
        assertThat(takeAll()).isEqualTo("ac");
        held.release(2);
        assertThat(takeAll()).isEqualTo("b");
    }

    @Test
    void theyWaitHalfASecondEach() {
        hold(1, 0, 'a');
        hold(1, 100, 'b');
        assertThat(held.expire(499)).isZero();
        assertThat(held.expire(500)).isEqualTo(1);
        held.release(1);
        assertThat(takeAll()).isEqualTo("b");
        assertThat(held.expire(600)).isZero();
    }

    @Test
    void aFullRoomTakesAgainWhatFitsOnceTheOldestIsGone() {
        for (int i = 0; i < HeldFragments.CAPACITY; i++) {
            assertThat(hold(i, i / 2, 'x')).isTrue();
        }
        assertThat(hold(1_000, 300, 'y')).isFalse();
        assertThat(held.expire(500)).isEqualTo(2);
        assertThat(hold(1_000, 500, 'y')).isTrue();
        assertThat(hold(1_000, 500, 'z')).isTrue();
        assertThat(hold(1_000, 500, 'w')).isFalse();
        held.release(1_000);
        assertThat(takeAll()).isEqualTo("yz");
    }

    @Test
    void whatLeftFromTheMiddleIsNotGivenUpAgain() {
        hold(1, 0, 'a');
        hold(2, 0, 'b');
        hold(3, 0, 'c');
        held.release(2);
        assertThat(takeAll()).isEqualTo("b");
        assertThat(held.expire(500)).isEqualTo(2);
    }

    @Test
    void whatIsNoFrameOfAWireIsNotHeld() {
        assertThat(held.hold(MemorySegment.ofArray(new byte[HeldFragments.LONGEST + 1]), 0, 1, 0))
                .isFalse();
    }

    private boolean hold(long datagram, int nowMillis, char content) {
        return held.hold(MemorySegment.ofArray(new byte[] {(byte) content}), 0, datagram, nowMillis);
    }

    private String takeAll() {
        StringBuilder taken = new StringBuilder();
        int place = held.nextReleased();
        while (place != HeldFragments.NONE) {
            taken.append((char) held.take(place, into).get(ValueLayout.JAVA_BYTE, 0));
            place = held.nextReleased();
        }
        return taken.toString();
    }
}
