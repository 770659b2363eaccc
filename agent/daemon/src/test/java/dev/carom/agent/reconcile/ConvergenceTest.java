package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.neighbor.NeighborLearned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final AtomicLong nanos = new AtomicLong();
    private final RecordingNode node = new RecordingNode();
    private final Findings findings = new Findings(clock, () -> {});
    private final Convergence convergence = new Convergence(
            new Convergence.Surroundings(Example.IDENTITY, node, node, node, node, findings), clock, nanos::get);

    @Test
    void backendsAreResolvedBeforeTheTableIsAppliedBeforeTheVipIsAnnounced() {
        backendsAnswer();

        step(received(1, 254));

        assertThat(node.story)
                .containsExactly(
                        "attach [52:54:00:00:00:aa]",
                        "resolve 2",
                        "table",
                        "announce [10.0.0.100]",
                        "health",
                        "applied 1.1",
                        "verified 1.1");
        assertThat(node.table.ownedVips()).hasSize(1);
    }

    @Test
    void aVipWithUnresolvedBackendsWaitsForThemAndNoLongerThanBounded() {
        OptionalLong next = step(received(1, 254));

        assertThat(node.story).noneMatch(line -> line.startsWith("announce"));
        assertThat(next).isNotEmpty();
        nanos.addAndGet(TakeOver.LONGEST_WAIT.toNanos());
        step();
        assertThat(node.story).last().isEqualTo("announce [10.0.0.100]");
    }

    @Test
    void theLastMissingNeighborMakesTheVipOwnedAtOnce() {
        step(received(1, 254));

        step(
                new Event.NeighborLearned(Example.FIRST, Example.FIRST_MAC),
                new Event.NeighborLearned(Example.SECOND, Example.SECOND_MAC));

        assertThat(node.story).last().isEqualTo("announce [10.0.0.100]");
    }

    @Test
    void aVipIsClaimedForTheFirstTimeOnceItIsKnownToBeFree() {
        backendsAnswer();
        node.taken.add(Example.VIP_ADDRESS);

        step(received(1, 254));
        nanos.addAndGet(TakeOver.LONGEST_WAIT.toNanos());
        step();
        assertThat(node.doubted).containsExactly(Example.VIP_ADDRESS);
        assertThat(node.story).noneMatch(line -> line.startsWith("announce"));

        node.taken.clear();
        step(new Event.VipFree(Example.VIP_ADDRESS));
        assertThat(node.story).last().isEqualTo("announce [10.0.0.100]");
        step();
        assertThat(node.doubted).isEmpty();
    }

    @Test
    void aTakeOverWaitsForNoProof() {
        backendsAnswer();
        step(received(1, 100));
        node.taken.add(Example.VIP_ADDRESS);

        step(received(2, 254));

        assertThat(node.story).contains("announce [10.0.0.100]");
        assertThat(node.doubted).isEmpty();
    }

    @Test
    void aVipThatGoesToThePeerIsReleasedBeforeTheTableLosesIt() {
        backendsAnswer();
        step(received(1, 254));
        node.story.clear();

        step(received(2, 100));

        assertThat(node.story)
                .containsExactly("resolve 2", "release [10.0.0.100]", "table", "health", "applied 1.2", "verified 1.2");
        assertThat(node.table.ownedVips()).isEmpty();
        assertThat(convergence.running().roles().values())
                .extracting(Running.Role::owner)
                .containsExactly(false);
    }

    @Test
    void handingOverReleasesEverything() {
        backendsAnswer();
        step(received(1, 254));
        node.story.clear();

        step(new Event.RoleChanged(false));

        assertThat(node.story).containsExactly("release [10.0.0.100]", "table");
        assertThat(convergence.running().announced()).isEmpty();
    }

    @Test
    void aBurstOfEventsIsCompiledOnce() {
        backendsAnswer();
        step(received(1, 254));
        node.story.clear();

        convergence.step(IntStream.range(0, 1_000)
                .<Event>mapToObj(i -> health(i % 2 == 0 ? Health.UP : Health.DOWN))
                .toList());

        assertThat(node.story).containsExactly("table");
    }

    @Test
    void ofTwoStatesInOneBatchTheNewestAloneIsApplied() {
        step(received(1, 254), received(2, 254));

        assertThat(node.story).contains("applied 1.2").doesNotContain("applied 1.1");
    }

    @Test
    void whatChangesNothingIsNotCompiled() {
        step(received(1, 254), health(Health.UP));
        node.judgements.clear();
        node.story.clear();

        step(new Event.NeighborLearned(Example.FIRST, Example.FIRST_MAC));
        step(new Event.NeighborLearned(Example.FIRST, Example.FIRST_MAC));

        assertThat(node.story).containsExactly("table");
    }

    @Test
    void healthTakesABackendOutOfTheTableAtOnce() {
        backendsAnswer();
        step(received(1, 254), health(Health.UP));
        String before = node.table.contentHash();

        step(health(Health.DOWN));

        assertThat(node.table.contentHash()).isNotEqualTo(before);
    }

    @Test
    void channelRule3AStateThatCannotBeAppliedIsRejectedAndTheOneBeforeStays() {
        backendsAnswer();
        step(received(1, 254));
        String before = node.table.contentHash();
        node.refusesTables = true;

        step(received(2, 100));

        assertThat(node.story).last().isEqualTo("resolve 2");
        assertThat(node.story).contains("rejected 1.2 NOT_APPLIED");
        assertThat(node.table.contentHash()).isEqualTo(before);
        assertThat(convergence.running().state()).map(RevisionedState::id).contains(new RevisionId(1, 1));
    }

    @Test
    void channelRule3VerifiedIsToldOnlyWhenTheEngineHasTheTable() {
        node.adoptsTables = false;
        OptionalLong next = step(received(1, 254));
        assertThat(node.story).contains("applied 1.1").doesNotContain("verified 1.1");
        assertThat(next).isNotEmpty();

        node.adoptNow();
        nanos.addAndGet(Duration.ofMillis(5).toNanos());
        step();

        assertThat(node.story).last().isEqualTo("verified 1.1");
        assertThat(convergence.running().verified()).isTrue();
    }

    @Test
    void channelRule3VerifiedIsToldHoweverLateTheEngineHasTheTable() {
        node.adoptsTables = false;
        step(received(1, 254));
        nanos.addAndGet(Verification.PATIENCE.toNanos());
        OptionalLong next = step();
        assertThat(next).isNotEmpty();
        assertThat(convergence.running().verified()).isFalse();

        node.adoptNow();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        step();

        assertThat(node.story).last().isEqualTo("verified 1.1");
    }

    @Test
    void aNodeThatItsGroupDoesNotKnowOwnsNothingAndSaysSo() {
        Convergence stranger = new Convergence(
                new Convergence.Surroundings(
                        new NodeIdentity("lb9", java.util.Optional.empty()), node, node, node, node, findings),
                clock,
                nanos::get);

        stranger.step(List.of(received(1, 254)));

        assertThat(node.table.ownedVips()).isEmpty();
        assertThat(findings.snapshot()).extracting(Finding::code).containsExactly(FindingCode.UNKNOWN_NODE);
    }

    private OptionalLong step(Event... events) {
        return convergence.step(Stream.of(events).toList());
    }

    private void backendsAnswer() {
        node.neighbors.add(new NeighborLearned(Example.FIRST, Example.FIRST_MAC, Duration.ZERO));
        node.neighbors.add(new NeighborLearned(Example.SECOND, Example.SECOND_MAC, Duration.ZERO));
    }

    private static Event received(long revision, int priority) {
        return new Event.StateReceived(Example.revision(revision, priority));
    }

    private static Event health(Health health) {
        return new Event.HealthChanged(Example.LISTENER, Example.FIRST, health);
    }
}
