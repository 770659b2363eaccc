package dev.carom.controlplane.rollout;

import static dev.carom.controlplane.resource.ProvisioningStatus.ACTIVE;
import static dev.carom.controlplane.resource.ProvisioningStatus.ERROR;
import static dev.carom.controlplane.resource.ProvisioningStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.ProvisioningRules.Change;
import dev.carom.controlplane.rollout.ProvisioningRules.Member;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every PENDING ends: in ACTIVE, or in ERROR with the node and the reason. */
class ProvisioningRulesTest {
    private static final UUID NODE = new UUID(0, 1);
    private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SOON = CHANGED.plusSeconds(5);
    private static final Instant LATE = CHANGED.plusSeconds(31);
    private static final Change CHANGE = new Change("vips/x", at(7), CHANGED);

    @Test
    void whatIsReadBackIsActiveThoughLaterRevisionsAreOnTheirWay() {
        Member node = member(true, at(9), stage(Stage.VERIFIED, at(7)));
        assertThat(judge(node, SOON).status()).isEqualTo(ACTIVE);
        assertThat(judge(node, SOON).nodes()).isEmpty();
    }

    @Test
    void aChangeThatLeftTheGroupAloneNeedsNothingOfItsNodes() {
        Member node = member(true, at(3), stage(Stage.VERIFIED, at(3)));
        assertThat(judge(node, LATE).status()).isEqualTo(ACTIVE);
    }

    @Test
    void aNodeThatWaitsForOthersToTryItIsPending() {
        Member waiting = new Member(
                NODE,
                "lb1",
                Instant.EPOCH,
                true,
                at(3),
                CHANGED,
                7L,
                at(9),
                NodeProgress.of(stage(Stage.VERIFIED, at(3))));
        Provisioning judged = judge(waiting, LATE);
        assertThat(judged.status()).isEqualTo(PENDING);
        assertThat(judged.nodes().getFirst().code()).isEqualTo("HELD_BACK");
        Change earlier = new Change("vips/y", at(3), CHANGED);
        assertThat(ProvisioningRules.judge(earlier, List.of(waiting), LATE).status())
                .isEqualTo(ACTIVE);
    }

    @Test
    void aNodeThatIsGoneIsPendingAndThenAnError() {
        Member gone = member(false, at(7), stage(Stage.VERIFIED, at(6)));
        assertThat(judge(gone, SOON).status()).isEqualTo(PENDING);
        assertEndsIn(gone, "NODE_UNREACHABLE");
    }

    @Test
    void aNodeThatIsThereAndDoesNotVerifyIsAnErrorInTheEnd() {
        Member slow = member(true, at(7), stage(Stage.APPLIED, at(7)));
        assertThat(judge(slow, SOON).status()).isEqualTo(PENDING);
        assertEndsIn(slow, "NOT_VERIFIED");
    }

    @Test
    void aRevisionThatIsNeverAssembledIsAnErrorInTheEnd() {
        Member node = member(true, null, List.of());
        assertThat(judge(node, SOON).status()).isEqualTo(PENDING);
        assertEndsIn(node, "NOT_ASSEMBLED");
    }

    @Test
    void aRefusalIsAnErrorAtOnce() {
        Member refusing = member(
                true,
                at(7),
                List.of(new Acknowledgement(
                        NODE,
                        Stage.REJECTED,
                        at(7),
                        Hash.of(new byte[1]),
                        List.of(new ResourceError("", "UNREADABLE_STATE", "Of another version")),
                        SOON)));
        Provisioning judged = judge(refusing, SOON);
        assertThat(judged.status()).isEqualTo(ERROR);
        assertThat(judged.nodes().getFirst().code()).isEqualTo("REJECTED");
        assertThat(judged.nodes().getFirst().message()).contains("UNREADABLE_STATE");
    }

    @Test
    void aResourceThatANodeLeavesOutIsAnErrorThereAlone() {
        List<ResourceError> errors = List.of(new ResourceError("vips/x", "NO_LINK", "No interface has its network"));
        Member leaving = member(
                true,
                at(7),
                Stream.of(Stage.APPLIED, Stage.VERIFIED)
                        .map(stage -> new Acknowledgement(NODE, stage, at(7), Hash.of(new byte[1]), errors, SOON))
                        .toList());
        Provisioning judged = ProvisioningRules.judge(
                CHANGE, List.of(leaving, member(true, at(7), stage(Stage.VERIFIED, at(7)))), SOON);
        assertThat(judged.status()).isEqualTo(ERROR);
        assertThat(judged.nodes()).hasSize(1);
        assertThat(judged.nodes().getFirst().code()).isEqualTo("NO_LINK");
    }

    @Test
    void aGroupWithoutNodesTakesNothingUp() {
        assertThat(ProvisioningRules.judge(CHANGE, List.of(), SOON).status()).isEqualTo(PENDING);
        assertThat(ProvisioningRules.judge(CHANGE, List.of(), LATE).status()).isEqualTo(ERROR);
    }

    private static void assertEndsIn(Member node, String code) {
        Provisioning judged = judge(node, LATE);
        assertThat(judged.status()).isEqualTo(ERROR);
        assertThat(judged.nodes().getFirst().nodeId()).isEqualTo(NODE);
        assertThat(judged.nodes().getFirst().code()).isEqualTo(code);
    }

    private static Provisioning judge(Member node, Instant now) {
        return ProvisioningRules.judge(CHANGE, List.of(node), now);
    }

    private static Member member(boolean connected, @Nullable RevisionId wanted, List<Acknowledgement> said) {
        return new Member(NODE, "lb1", Instant.EPOCH, connected, wanted, CHANGED, null, at(9), NodeProgress.of(said));
    }

    private static List<Acknowledgement> stage(Stage stage, RevisionId id) {
        return List.of(new Acknowledgement(NODE, stage, id, Hash.of(new byte[1]), List.of(), SOON));
    }

    private static RevisionId at(long revision) {
        return new RevisionId(1, revision);
    }
}
