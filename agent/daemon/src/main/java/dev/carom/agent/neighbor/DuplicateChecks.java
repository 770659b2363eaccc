package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks three times who has a VIP before it is claimed for the first time, as hosts do (RFC 5227 2.1, RFC 4862 5.4) but
 * within a segment's round trip: a service shall not wait for seconds. Pure: times are monotonic nanoseconds.
 */
final class DuplicateChecks {
    static final int QUESTIONS = 3;
    static final long PAUSE = Duration.ofMillis(100).toNanos();
    /** A VIP that was taken is asked about again until it is free. */
    static final long AGAIN = Duration.ofSeconds(3).toNanos();

    private final Map<IpAddress, Round> rounds = new HashMap<>();

    /** What three questions brought: nobody's answer, or these. */
    record Outcome(IpAddress vip, Set<MacAddress> claimants) {}

    private static final class Round {
        private int asked;
        private long nextAt;
        private final Set<MacAddress> claimants = new HashSet<>();

        private Round(long startAt) {
            nextAt = startAt;
        }
    }

    /** Those asked about already go on; all others are forgotten. */
    void ask(Set<IpAddress> vips, long now) {
        rounds.keySet().retainAll(vips);
        vips.forEach(vip -> rounds.computeIfAbsent(vip, fresh -> new Round(now)));
    }

    void askAgain(IpAddress vip, long now) {
        rounds.put(vip, new Round(now + AGAIN));
    }

    void heard(Claim claim) {
        Round round = rounds.get(claim.address());
        if (round != null) {
            round.claimants.add(claim.mac());
        }
    }

    /** The VIPs to ask about now, at most {@code limit}. */
    List<IpAddress> due(long now, int limit) {
        List<IpAddress> due = new ArrayList<>();
        rounds.forEach((vip, round) -> {
            if (due.size() < limit && round.asked < QUESTIONS && now - round.nextAt >= 0) {
                round.asked++;
                round.nextAt = now + PAUSE;
                due.add(vip);
            }
        });
        return due;
    }

    /** The rounds that ended; they are forgotten. */
    List<Outcome> over(long now) {
        List<Outcome> over = new ArrayList<>();
        rounds.forEach((vip, round) -> {
            if (round.asked == QUESTIONS && now - round.nextAt >= 0) {
                over.add(new Outcome(vip, Set.copyOf(round.claimants)));
            }
        });
        over.forEach(outcome -> rounds.remove(outcome.vip()));
        return over;
    }
}
