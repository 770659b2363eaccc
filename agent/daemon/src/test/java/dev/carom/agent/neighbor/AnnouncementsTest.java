package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    private final Announcements announcements = new Announcements();

    @Test
    void announcesABurstAndThenOnceAMinute() {
        announcements.add(Set.of(VIP), 0);
        List<Long> sentAtMillis = new ArrayList<>();
        for (long millis = 0; millis <= 130_000; millis += 100) {
            if (!announcements.due(millis * MILLISECOND, 10).isEmpty()) {
                sentAtMillis.add(millis);
            }
        }
        assertThat(sentAtMillis).containsExactly(0L, 200L, 1_000L, 3_000L, 63_000L, 123_000L);
    }

    @Test
    void announcingAgainDoesNotStartOver() {
        announcements.add(Set.of(VIP), 0);
        announcements.due(0, 10);
        announcements.add(Set.of(VIP), MILLISECOND);
        assertThat(announcements.due(MILLISECOND, 10)).isEmpty();
    }

    @Test
    void aChangedWireHearsTheBurstAnew() {
        announcements.add(Set.of(VIP), 0);
        announcements.due(0, 10);
        announcements.restart(MILLISECOND);
        assertThat(announcements.due(MILLISECOND, 10)).containsExactly(VIP);
        assertThat(announcements.due(201 * MILLISECOND, 10)).containsExactly(VIP);
    }

    @Test
    void aReleasedVipIsSilent() {
        announcements.add(Set.of(VIP), 0);
        announcements.remove(Set.of(VIP));
        assertThat(announcements.due(0, 10)).isEmpty();
    }

    @Test
    void tellsOfEveryVipBeforeItTellsOfOneTwice() {
        Set<IpAddress> vips = IntStream.range(0, 1_000)
                .mapToObj(i -> IpAddress.ofIpv4(0x0a000000 + i))
                .collect(Collectors.toSet());
        announcements.add(vips, 0);
        Set<IpAddress> told = new HashSet<>();
        for (int turn = 0; turn < 20; turn++) {
            told.addAll(announcements.due(turn * 20 * MILLISECOND, 50));
        }
        assertThat(told).isEqualTo(vips);
    }
}
