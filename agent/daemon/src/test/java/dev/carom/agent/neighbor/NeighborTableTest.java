package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.NeighborTable.Probe;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NeighborTableTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.11");
    private static final MacAddress MAC = MacAddress.parse("52:54:00:00:00:11");
    private static final MacAddress NEW_MAC = MacAddress.parse("52:54:00:00:00:12");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final NeighborTable table = new NeighborTable();

    @Test
    void asksEverybodyAtOnceForANewBackend() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), SECOND);
        assertThat(table.due(SECOND)).containsExactly(asking(Optional.empty(), 0));
        assertThat(table.due(SECOND)).isEmpty();
    }

    @Test
    void tellsWhatIsNewOrChangedAndNotWhatIsConfirmed() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        assertThat(table.heard(new Claim(ADDRESS, MAC), 1))
                .containsExactly(new NeighborLearned(ONE, MAC, Duration.ZERO));
        assertThat(table.heard(new Claim(ADDRESS, MAC), 2)).isEmpty();
        assertThat(table.heard(new Claim(ADDRESS, NEW_MAC), 3))
                .containsExactly(new NeighborLearned(ONE, NEW_MAC, Duration.ZERO));
    }

    @Test
    void ignoresClaimsOfAddressesNobodyWants() {
        assertThat(table.heard(new Claim(ADDRESS, MAC), 0)).isEmpty();
        assertThat(table.known()).isEmpty();
    }

    @Test
    void asksTheOldMacWhileItAnswersAndEverybodyWithinASecondAfter() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        table.due(0);
        table.heard(new Claim(ADDRESS, MAC), 1);
        assertThat(table.due(SECOND / 3)).containsExactly(asking(Optional.of(MAC), 0));
        assertThat(table.due(SECOND * 2 / 3)).containsExactly(asking(Optional.empty(), 1));
    }

    @Test
    void tellsASecondBackendOfTheSameAddressWhatIsKnown() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        table.heard(new Claim(ADDRESS, MAC), 0);
        assertThat(table.resolve(List.of(new NeighborTarget(ONE, ADDRESS), new NeighborTarget(OTHER, ADDRESS)), SECOND))
                .containsExactly(new NeighborLearned(OTHER, MAC, Duration.ofSeconds(1)));
    }

    @Test
    void forgetsWhatIsNoLongerWanted() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        table.heard(new Claim(ADDRESS, MAC), 0);
        table.resolve(List.of(), 0);
        assertThat(table.known()).isEmpty();
        assertThat(table.backendAt(MAC)).isEmpty();
    }

    @Test
    void namesABackendThatFellSilentAfterFourQuestionsUntilItAnswers() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        table.due(0);
        table.heard(new Claim(ADDRESS, MAC), 0);
        for (int question = 1; question <= 4; question++) {
            assertThat(table.due(question * SECOND)).extracting(Probe::silent).containsExactly(Set.of());
        }
        assertThat(table.due(5 * SECOND)).containsExactly(new Probe(ADDRESS, Optional.empty(), Set.of(ONE), 4));

        table.heard(new Claim(ADDRESS, MAC), 5 * SECOND);
        assertThat(table.due(6 * SECOND)).extracting(Probe::silent).containsExactly(Set.of());
    }

    @Test
    void asksForAllAtOnceWhenTheWireMayHaveChanged() {
        table.resolve(List.of(new NeighborTarget(ONE, ADDRESS)), 0);
        table.due(0);
        assertThat(table.due(1)).isEmpty();
        table.askAll(1);
        assertThat(table.due(1)).hasSize(1);
    }

    private static Probe asking(Optional<MacAddress> last, int unanswered) {
        return new Probe(ADDRESS, last, Set.of(), unanswered);
    }
}
