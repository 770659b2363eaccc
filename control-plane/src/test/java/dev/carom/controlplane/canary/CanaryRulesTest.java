package dev.carom.controlplane.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.canary.Tester.Served;
import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.Acknowledgement;
import dev.carom.controlplane.rollout.Hash;
import dev.carom.controlplane.rollout.NodeProgress;
import dev.carom.controlplane.rollout.ResourceError;
import dev.carom.controlplane.rollout.Stage;
import dev.carom.controlplane.rollout.StateHead;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanaryRulesTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant VERIFIED = START.plusSeconds(5);
    private static final StateHead TRIED = new StateHead(new RevisionId(1, 42), Hash.of(new byte[] {42}));
    private static final UUID NODE = new UUID(0, 1);
    private static final Set<Served> TEN = IntStream.range(0, 10)
            .mapToObj(i -> new Served(new UUID(1, 0), new UUID(2, i)))
            .collect(Collectors.toSet());

    @Test
    void itWaitsForAllNodesAndThenSoaks() {
        Observation behind = node(said(Stage.APPLIED), VERIFIED, Map.of());
        Observation done = node(said(Stage.VERIFIED), VERIFIED, Map.of());
        assertThat(judge(null, List.of(done, behind), START)).isEqualTo(new Verdict.Wait());
        assertThat(judge(null, List.of(done, done), START)).isEqualTo(new Verdict.Soak());
    }

    @Test
    void whoHasNotVerifiedInTimeIsNamed() {
        Observation away = node(NodeProgress.NONE, null, Map.of());
        assertThat(judge(null, List.of(away), START.plusSeconds(59))).isEqualTo(new Verdict.Wait());
        assertThat(judge(null, List.of(away), START.plusSeconds(60)))
                .isEqualTo(new Verdict.RollBack("Not verified in time by lb1."));
    }

    @Test
    void aRefusalEndsItBeforeAndAfterTheVerification() {
        Observation refusing = node(said(Stage.REJECTED), VERIFIED, Map.of());
        assertThat(judge(null, List.of(refusing), START)).isInstanceOf(Verdict.RollBack.class);
        assertThat(judge(VERIFIED, List.of(refusing), VERIFIED)).isInstanceOf(Verdict.RollBack.class);
    }

    @Test
    void onlyWhatIsNewlyLeftOutIsHeldAgainstIt() {
        assertThat(judge(null, List.of(node(leavingOut("vips/old"), VERIFIED, Map.of())), START))
                .isEqualTo(new Verdict.Soak());
        assertThat(judge(null, List.of(node(leavingOut("vips/new"), VERIFIED, Map.of())), START))
                .isEqualTo(new Verdict.RollBack("Node lb1 leaves out vips/new: TOO_MUCH, no room"));
    }

    @Test
    void lossesAtTheThresholdPassAndThoseBeyondDoNot() {
        Instant end = VERIFIED.plusSeconds(60);
        assertThat(judge(VERIFIED, List.of(healthy(9, HealthState.DOWN, end)), end))
                .isEqualTo(new Verdict.Pass());
        assertThat(judge(VERIFIED, List.of(healthy(8, HealthState.DOWN, end)), VERIFIED.plusSeconds(1)))
                .isEqualTo(
                        new Verdict.RollBack("2 of 10 backends that were UP no longer are; at most 10 % may be lost."));
    }

    @Test
    void whatIsUnknownIsJudgedAtTheEnd() {
        Instant end = VERIFIED.plusSeconds(60);
        assertThat(judge(VERIFIED, List.of(healthy(0, HealthState.UNKNOWN, end)), end.minusSeconds(1)))
                .isEqualTo(new Verdict.Wait());
        assertThat(judge(VERIFIED, List.of(healthy(0, HealthState.UNKNOWN, end)), end))
                .isInstanceOf(Verdict.RollBack.class);
    }

    @Test
    void whatTheRevisionItselfTakesAwayIsNoLoss() {
        Instant end = VERIFIED.plusSeconds(60);
        Observation node = node(said(Stage.VERIFIED), end, Map.of());
        assertThat(CanaryRules.judge(canary(VERIFIED), TRIED, List.of(node), Set.of(), end))
                .isEqualTo(new Verdict.Pass());
    }

    @Test
    void whoFallsSilentEndsItAndWhoHasSaidNothingSinceIsWaitedFor() {
        Observation early = healthy(10, HealthState.UP, VERIFIED.minusSeconds(1));
        assertThat(judge(VERIFIED, List.of(early), VERIFIED.plusSeconds(30))).isEqualTo(new Verdict.Wait());
        assertThat(judge(VERIFIED, List.of(early), VERIFIED.plusSeconds(31)))
                .isEqualTo(new Verdict.RollBack("Node lb1 has said nothing for 30 s."));
    }

    private static Verdict judge(@Nullable Instant verifiedAt, List<Observation> nodes, Instant now) {
        return CanaryRules.judge(canary(verifiedAt), TRIED, nodes, TEN, now);
    }

    private static Canary canary(@Nullable Instant verifiedAt) {
        return new Canary(
                42,
                "nodes/" + NODE,
                verifiedAt == null ? CanaryState.VERIFYING : CanaryState.SOAKING,
                START,
                START.plusSeconds(60),
                verifiedAt,
                verifiedAt == null ? null : verifiedAt.plus(Duration.ofSeconds(60)),
                10,
                null,
                null,
                "",
                null,
                List.of());
    }

    private static Observation healthy(int up, HealthState others, Instant heardAt) {
        Map<Served, HealthState> health = TEN.stream()
                .collect(Collectors.toMap(
                        served -> served,
                        served -> served.backend().getLeastSignificantBits() < up ? HealthState.UP : others));
        return node(said(Stage.VERIFIED), heardAt, health);
    }

    private static Observation node(NodeProgress progress, @Nullable Instant heardAt, Map<Served, HealthState> health) {
        return new Observation(new Tester(NODE, "lb1", Set.of("vips/old"), TEN), progress, heardAt, health);
    }

    private static NodeProgress said(Stage stage) {
        return new NodeProgress(Map.of(stage, acknowledgement(stage, List.of())));
    }

    private static NodeProgress leavingOut(String resource) {
        List<ResourceError> errors = List.of(new ResourceError(resource, "TOO_MUCH", "no room"));
        return new NodeProgress(Map.of(
                Stage.APPLIED, acknowledgement(Stage.APPLIED, errors),
                Stage.VERIFIED, acknowledgement(Stage.VERIFIED, errors)));
    }

    private static Acknowledgement acknowledgement(Stage stage, List<ResourceError> errors) {
        return new Acknowledgement(NODE, stage, TRIED.id(), TRIED.hash(), errors, START);
    }
}
