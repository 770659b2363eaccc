package dev.carom.controlplane.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.config.RevisionId;
import org.junit.jupiter.api.Test;

/** No node may ever be sent a lower pair, nor a known pair with another content. */
class StateHeadTest {
    private static final Hash OLD = Hash.of(new byte[] {1});
    private static final Hash NEW = Hash.of(new byte[] {2});

    @Test
    void whatStandsIsNotWrittenAgainUnlessAnEpochBegins() {
        assertThat(StateHead.due(at(1, 9), OLD, head(at(1, 7), OLD), null)).isNull();
        assertThat(StateHead.due(at(1, 9), NEW, head(at(1, 7), OLD), null)).isEqualTo(at(1, 9));
        assertThat(StateHead.due(at(2, 9), OLD, head(at(1, 7), OLD), null)).isEqualTo(at(2, 9));
        assertThat(StateHead.due(at(1, 9), OLD, null, null)).isEqualTo(at(1, 9));
    }

    @Test
    void whatWasTriedGoesToAllUnderItsOwnPair() {
        assertThat(StateHead.due(at(1, 9), NEW, head(at(1, 7), OLD), head(at(1, 8), NEW)))
                .isEqualTo(at(1, 8));
    }

    @Test
    void theOldContentComesBackAboveWhatWasTried() {
        assertThat(StateHead.due(at(1, 9), OLD, head(at(1, 7), OLD), head(at(1, 8), NEW)))
                .isEqualTo(at(1, 9));
    }

    private static StateHead head(RevisionId id, Hash hash) {
        return new StateHead(id, hash);
    }

    private static RevisionId at(long epoch, long revision) {
        return new RevisionId(epoch, revision);
    }
}
