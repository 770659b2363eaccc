package dev.carom.controlplane.history;

import dev.carom.controlplane.history.MinuteBuffer.NodeMinute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of {@code history_minute}: the series of one part. */
record MinuteRow(NodeMinute of, MinuteTally tally, int part, List<Map.Entry<UUID, Amounts[]>> series) {
    static final int PARTS = 64;

    /** The last six bits of an id, which are random in every version of UUIDs that Carom makes. */
    static int partOf(UUID series) {
        return (int) (series.getLeastSignificantBits() & (PARTS - 1));
    }

    static List<MinuteRow> of(NodeMinute minute, MinuteTally tally) {
        Map<Integer, List<Map.Entry<UUID, Amounts[]>>> parts = tally.series().entrySet().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        each -> partOf(each.getKey()), TreeMap::new, java.util.stream.Collectors.toList()));
        return parts.entrySet().stream()
                .map(part -> new MinuteRow(minute, tally, part.getKey(), part.getValue()))
                .toList();
    }

    UUID[] ids() {
        return series.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
    }

    Integer[] covered() {
        return Arrays.stream(tally.covered()).boxed().toArray(Integer[]::new);
    }

    /** Six for each series, null where it was not told of. */
    @Nullable Long[] column(Function<Amounts, @Nullable Long> counter) {
        @Nullable Long[] column = new Long[series.size() * MinuteTally.PIECES];
        int place = 0;
        for (Map.Entry<UUID, Amounts[]> each : series) {
            for (Amounts amounts : each.getValue()) {
                column[place] = amounts == null ? null : counter.apply(amounts);
                place++;
            }
        }
        return column;
    }
}
