package dev.carom.controlplane.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts pieces that nodes told of together into the points of a picture. Pure. */
final class Picture {
    private Picture() {}

    /** @param pieces of one series, of whatever nodes and lengths; those of one node and time add up */
    static List<SeriesPoint> points(Collection<Piece> pieces, SeriesRange range) {
        NavigableMap<Instant, Told> told = told(pieces);
        List<SeriesPoint> points = new ArrayList<>();
        for (Instant start = range.from(); start.isBefore(range.until()); start = start.plusSeconds(range.step())) {
            Instant end = start.plusSeconds(range.step());
            points.add(point(end, told.subMap(start, true, end, false).values()));
        }
        return points;
    }

    /**
     * Of a backend, which nodes leave out while it is idle: where a node told of itself, nothing was sent to a backend
     * that it left out. Before there was such a backend there was nothing to leave out.
     */
    static List<Piece> withIdleTimes(UUID backend, Instant created, Collection<Piece> pieces) {
        Map<Instant, Map<UUID, Piece>> own = byStart(
                pieces.stream().filter(each -> each.series().equals(backend)).toList());
        return pieces.stream()
                .filter(each ->
                        each.series().equals(each.nodeId()) && each.end().isAfter(created))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        nodes -> byStart(nodes).values().stream()
                                .flatMap(each -> each.values().stream())
                                .map(node -> idleOr(
                                        own.getOrDefault(node.start(), Map.of()).get(node.nodeId()), backend, node))
                                .toList()));
    }

    private static Piece idleOr(@Nullable Piece own, UUID backend, Piece node) {
        Amounts amounts = own == null ? new Amounts(0, 0, 0, 0L) : own.amounts();
        return new Piece(backend, node.nodeId(), node.start(), node.length(), node.covered(), amounts);
    }

    private record Told(int nodes, long covered, Amounts amounts) {}

    private static NavigableMap<Instant, Told> told(Collection<Piece> pieces) {
        NavigableMap<Instant, Told> told = new TreeMap<>();
        byStart(pieces).forEach((start, nodes) -> told.put(start, together(nodes.values())));
        return told;
    }

    private static Map<Instant, Map<UUID, Piece>> byStart(Collection<Piece> pieces) {
        return pieces.stream()
                .filter(each -> each.covered() > 0)
                .collect(Collectors.groupingBy(
                        Piece::start, Collectors.toMap(Piece::nodeId, each -> each, Piece::plus)));
    }

    private static Told together(Collection<Piece> nodes) {
        return new Told(
                nodes.size(),
                nodes.stream().mapToLong(Piece::covered).max().orElse(0),
                nodes.stream().map(Piece::amounts).reduce(Amounts::plus).orElse(Amounts.NONE));
    }

    private static SeriesPoint point(Instant end, Collection<Told> told) {
        if (told.isEmpty()) {
            return new SeriesPoint(end, 0, 0, null, null, null, null);
        }
        Amounts amounts = told.stream().map(Told::amounts).reduce(Amounts::then).orElse(Amounts.NONE);
        return new SeriesPoint(
                end,
                told.stream().mapToInt(Told::nodes).max().orElse(0),
                told.stream().mapToLong(Told::covered).sum(),
                amounts.packets(),
                amounts.bytes(),
                amounts.newFlows(),
                amounts.flows());
    }
}
