package dev.carom.controlplane.history;

import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.Backends;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.Vips;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The past of VIPs and backends, for whoever may see them. */
@Component
public class TrafficHistory {
    private static final long MINUTE = 60;

    private final Vips vips;
    private final Backends backends;
    private final PieceReader reader;
    private final NodeMemories memories;
    private final Clock clock;

    TrafficHistory(Vips vips, Backends backends, PieceReader reader, NodeMemories memories, Clock clock) {
        this.vips = vips;
        this.backends = backends;
        this.reader = reader;
        this.memories = memories;
        this.clock = clock;
    }

    /**
     * @param from 30 days ago at most; null is two hours before {@code until}
     * @param until null is now
     * @param step the finest that is wanted, in seconds; null is a fitting one
     */
    public Series ofVip(UUID id, @Nullable Instant from, @Nullable Instant until, @Nullable Integer step) {
        Vip vip = vips.find(id);
        SeriesRange range = SeriesRange.of(from, until, step, clock.instant());
        List<UUID> nodes = reader.nodesServing(id);
        List<Piece> pieces = range.isFine() ? memories.recall(id, nodes) : pieces(Set.of(vip.id()), nodes, range);
        return series("vips/" + id, range, pieces);
    }

    /** As {@link #ofVip}. */
    public Series ofBackend(UUID id, @Nullable Instant from, @Nullable Instant until, @Nullable Integer step) {
        Backend backend = backends.find(id);
        SeriesRange range = SeriesRange.of(from, until, step, clock.instant());
        List<UUID> nodes = reader.nodesServing(id);
        List<Piece> pieces = range.isFine() ? memories.recall(id, nodes) : withIdleTimes(backend, nodes, range);
        return series("backends/" + id, range, pieces);
    }

    private List<Piece> withIdleTimes(Backend backend, List<UUID> nodes, SeriesRange range) {
        Set<UUID> wanted = new HashSet<>(nodes);
        wanted.add(backend.id());
        return Picture.withIdleTimes(backend.id(), backend.createdAt(), pieces(wanted, nodes, range));
    }

    /** Minutes of hours that were rolled up, and tens of seconds of those that were not. */
    private List<Piece> pieces(Set<UUID> series, List<UUID> nodes, SeriesRange range) {
        if (range.step() < MINUTE) {
            return reader.tenSeconds(series, nodes, range.from(), range.until());
        }
        Instant fine = reader.rolledUntil(series, range.from(), range.until());
        List<Piece> pieces = new ArrayList<>(reader.minutes(series, range.from(), fine));
        pieces.removeIf(piece -> !piece.start().isBefore(fine));
        if (fine.isBefore(range.until())) {
            pieces.addAll(reader.tenSeconds(series, nodes, fine, range.until()));
        }
        return pieces;
    }

    private static Series series(String name, SeriesRange range, List<Piece> pieces) {
        return new Series(name, range.from(), range.until(), range.step(), Picture.points(pieces, range));
    }
}
