package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.Hash;
import dev.carom.controlplane.rollout.StoredState;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final UUID GROUP = new UUID(0, 1);
    private static final ChannelTimings TIMINGS = new ChannelTimings(Duration.ofSeconds(5), Duration.ofSeconds(2));

    private static final byte[] CONTENT = {};

    private long now = 1_000;
    private boolean refusing;
    private Pacing pacing = new Pacing(TIMINGS, null, null, now);

    @Test
    void whoHasNothingGetsTheState() {
        assertThat(next(state(7))).isEqualTo(new Step.Send(state(7)));
    }

    @Test
    void whoHasItHearsSoOnce() {
        pacing = new Pacing(TIMINGS, state(7).id(), state(7).hash(), now);
        assertThat(next(state(7))).isEqualTo(new Step.UpToDate());
        assertThat(next(state(7))).isEqualTo(new Step.Wait(TIMINGS.heartbeat()));
    }

    @Test
    void aLowerPairThanTheNodesIsNeverSent() {
        pacing = new Pacing(TIMINGS, state(7).id(), state(7).hash(), now);
        assertThat(next(state(6))).isEqualTo(new Step.Wait(TIMINGS.heartbeat()));
        assertThat(next(state(8))).isEqualTo(new Step.Send(state(8)));
    }

    @Test
    void aRefusedStateIsNotSentAndTheNextOneIs() {
        refusing = true;
        assertThat(next(state(7))).isEqualTo(new Step.UpToDate());
        refusing = false;
        assertThat(next(state(8))).isEqualTo(new Step.Send(state(8)));
    }

    @Test
    void aSecondSnapshotWaitsForTheAnswerToTheFirst() {
        next(state(7));
        assertThat(next(state(8))).isEqualTo(new Step.Wait(TIMINGS.acknowledgementWait()));
        pacing.acknowledged(state(7).id());
        assertThat(next(state(9))).as("8 became old while 7 was in flight").isEqualTo(new Step.Send(state(9)));
    }

    @Test
    void anAnswerToSomethingEarlierDoesNotCount() {
        next(state(7));
        pacing.acknowledged(state(6).id());
        assertThat(next(state(8))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void anAgentThatNeverAnswersIsNotWaitedForForEver() {
        next(state(7));
        now += TIMINGS.acknowledgementWait().toNanos();
        assertThat(next(state(8))).isEqualTo(new Step.Send(state(8)));
    }

    @Test
    void silenceIsFilledWithHeartbeats() {
        next(state(7));
        now += TIMINGS.heartbeat().toNanos();
        assertThat(next(state(7))).isEqualTo(new Step.Heartbeat());
        assertThat(next(state(7))).isEqualTo(new Step.Wait(TIMINGS.heartbeat()));
    }

    /** A node whose heartbeats fail to come is taken for lost after three of them. */
    @Test
    void statesOneAfterTheOtherDoNotTakeThePlaceOfHeartbeats() {
        int heartbeats = 0;
        for (long revision = 7; revision < 27; revision++) {
            now += TIMINGS.heartbeat().toNanos() / 4;
            pacing.acknowledged(state(revision - 1).id());
            Step step = next(state(revision));
            heartbeats += step instanceof Step.Heartbeat ? 1 : 0;
        }
        assertThat(heartbeats).isEqualTo(5);
    }

    @Test
    void whilePushesAreStoppedThereAreHeartbeatsOnly() {
        assertThat(pacing.next(Optional.empty(), state -> false, now)).isEqualTo(new Step.Wait(TIMINGS.heartbeat()));
        now += TIMINGS.heartbeat().toNanos();
        assertThat(pacing.next(Optional.empty(), state -> false, now)).isEqualTo(new Step.Heartbeat());
    }

    private Step next(StoredState current) {
        return pacing.next(Optional.of(current), state -> refusing, now);
    }

    private static StoredState state(long revision) {
        return new StoredState(GROUP, new RevisionId(1, revision), new Hash("0" + revision), CONTENT);
    }
}
