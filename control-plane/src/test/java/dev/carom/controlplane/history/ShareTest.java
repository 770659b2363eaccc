package dev.carom.controlplane.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void aTimeIsCutWhereClocksCutIt() {
        assertThat(Share.of(1_007_000, 1_024_500, 10_000))
                .containsExactly(
                        new Share(1_000_000, 3_000, 0, 3_000 / 17_500.0),
                        new Share(1_010_000, 10_000, 3_000 / 17_500.0, 13_000 / 17_500.0),
                        new Share(1_020_000, 4_500, 13_000 / 17_500.0, 1));
    }

    @Test
    void aTimeThatGoesBackCoversNothingAndLosesNothing() {
        assertThat(Share.of(25_000, 24_999, 10_000)).containsExactly(new Share(20_000, 0, 0, 1));
        assertThat(Share.of(25_000, 25_000, 10_000)).containsExactly(new Share(20_000, 0, 0, 1));
    }

    @Test
    void whateverIsSharedOutAddsUpToTheWhole() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            long from = random.nextLong(1_000_000);
            long until = from + random.nextLong(40_000);
            Amounts whole = new Amounts(random.nextLong(1_000_000_000_000L), random.nextLong(1_000), i, 5L);
            List<Share> shares = Share.of(from, until, 10_000);
            Amounts sum = shares.stream()
                    .map(share -> whole.between(share.from(), share.until()))
                    .reduce(Amounts::then)
                    .orElseThrow();
            assertThat(sum).isEqualTo(whole);
            assertThat(shares.stream().mapToLong(Share::covered).sum()).isEqualTo(until - from);
            assertThat(shares).allMatch(share -> share.covered() <= 10_000);
        }
    }
}
