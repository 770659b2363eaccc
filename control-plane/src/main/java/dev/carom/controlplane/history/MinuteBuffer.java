package dev.carom.controlplane.history;

import dev.carom.controlplane.telemetry.AcceptedReports;
import dev.carom.controlplane.telemetry.NodeReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What this replica heard of minutes that are not written yet. Reports add to it; {@link HistoryWriter} takes. */
@Component
class MinuteBuffer implements AcceptedReports {
    /** A report comes every 10 s: by then the one that reaches over the minute's end is here. */
    static final Duration GRACE = Duration.ofSeconds(15);
    /** Nodes write their minutes at different seconds, so that the log of the database grows evenly. */
    static final int SPREAD_SECONDS = 16;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<NodeMinute, MinuteTally> open = new ConcurrentHashMap<>();

    record NodeMinute(UUID nodeId, Instant minute) {
        boolean isOver(Instant now) {
            int later = Math.floorMod(nodeId.hashCode(), SPREAD_SECONDS);
            return now.isAfter(minute.plus(MINUTE).plus(GRACE).plusSeconds(later));
        }
    }

    @Override
    public void replaced(NodeReport previous, NodeReport report) {
        Stretch.between(previous, report).ifPresent(this::add);
    }

    private void add(Stretch stretch) {
        long from = stretch.from().toEpochMilli();
        long until = stretch.until().toEpochMilli();
        Map<Instant, List<Share>> minutes = Share.of(from, until, MinuteTally.PIECE_MILLIS).stream()
                .collect(Collectors.groupingBy(
                        share -> Instant.ofEpochMilli(share.start()).truncatedTo(ChronoUnit.MINUTES)));
        minutes.forEach((minute, shares) -> open.compute(new NodeMinute(stretch.nodeId(), minute), (key, present) -> {
            MinuteTally tally = present == null ? new MinuteTally() : present;
            tally.add(shares, stretch.amounts());
            return tally;
        }));
    }

    /** The oldest first. */
    List<NodeMinute> over(Instant now) {
        return open.keySet().stream()
                .filter(each -> each.isOver(now))
                .sorted(Comparator.comparing(NodeMinute::minute))
                .toList();
    }

    Optional<MinuteTally> take(NodeMinute minute) {
        return Optional.ofNullable(open.remove(minute));
    }
}
