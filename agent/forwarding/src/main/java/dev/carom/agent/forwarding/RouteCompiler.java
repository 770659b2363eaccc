package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Algorithm;
import dev.carom.agent.forwarding.DesiredState.AllDownPolicy;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a pool, as one listener's health sees it, into a route; equal routes are one object with one Maglev table. */
final class RouteCompiler {
    private final NodeView view;
    private final Map<UUID, PoolEntry> pools;
    private final HashKey hashKey;
    private final MaglevTables tables;
    private final Map<Shape, Route> routes = new HashMap<>();
    private final List<Instant> steps = new ArrayList<>();

    RouteCompiler(NodeView view, Map<UUID, PoolEntry> pools, HashKey hashKey, MaglevTables tables) {
        this.view = view;
        this.pools = pools;
        this.hashKey = hashKey;
        this.tables = tables;
    }

    /** What makes two listeners' routes one. */
    private record Shape(
            UUID pool,
            List<Disposition> dispositions,
            List<Integer> shares,
            Reason emptyReason,
            boolean healthy,
            boolean panicking,
            @Nullable Route fallback) {}

    Route compile(Listener listener, PoolEntry entry) {
        return compile(listener, entry, fallback(listener, entry.pool()));
    }

    /** One step only: a fallback pool's own fallback does not count, so that no circle can arise. */
    private @Nullable Route fallback(Listener listener, Pool pool) {
        return Optional.of(pool)
                .filter(it -> it.allDownPolicy() == AllDownPolicy.FALLBACK)
                .flatMap(Pool::fallbackPool)
                .map(pools::get)
                .map(entry -> compile(listener, entry, null))
                .orElse(null);
    }

    private Route compile(Listener listener, PoolEntry entry, @Nullable Route fallback) {
        List<Standing> standings = standings(listener, entry);
        PoolChoice choice = PoolChoice.of(entry.pool(), standings);
        Shape shape = new Shape(
                entry.pool().id(),
                choice.dispositions(),
                standings.stream().map(Standing::share).toList(),
                choice.emptyReason(),
                choice.healthy(),
                choice.panicking(),
                fallback);
        return routes.computeIfAbsent(shape, key -> route(entry, key));
    }

    private List<Standing> standings(Listener listener, PoolEntry entry) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < entry.backends().size(); i++) {
            Backend backend = entry.backends().get(i);
            NodeView.ListenerBackend place = new NodeView.ListenerBackend(listener.id(), backend.id());
            Health health =
                    entry.pool().monitor().isEmpty() ? Health.UP : view.health().getOrDefault(place, Health.UNKNOWN);
            SlowStart slowStart = new SlowStart(
                    entry.pool().slowStart(),
                    Optional.ofNullable(view.returned().get(place)));
            standings.add(Standing.of(backend, entry.entries().get(i), health, slowStart, view.now()));
            slowStart.nextStep(view.now()).ifPresent(steps::add);
        }
        return standings;
    }

    /** When the clock alone changes a route that was compiled. */
    Optional<Instant> nextStep() {
        return steps.stream().min(Comparator.naturalOrder());
    }

    private Route route(PoolEntry entry, Shape shape) {
        Pool pool = entry.pool();
        int[] takers = IntStream.range(0, shape.dispositions().size())
                .filter(i -> shape.dispositions().get(i) == Disposition.TAKES_NEW)
                .toArray();
        List<Integer> weights = IntStream.of(takers)
                .mapToObj(i -> entry.entries().get(i).weight() * shape.shares().get(i))
                .toList();
        return new Route(
                pool.id(),
                pool.name(),
                pool.algorithm(),
                entry.firstBackend(),
                shape.dispositions(),
                IntStream.of(takers).mapToObj(i -> entry.firstBackend() + i).toList(),
                weights,
                takers.length == 0 ? null : maglev(entry, takers, weights),
                takers.length == 0 || pool.algorithm() != Algorithm.ROUND_ROBIN ? null : RotationSchedule.of(weights),
                pool.affinity()
                        .map(affinity -> new SourceMask(affinity.ipv4PrefixLength(), affinity.ipv6PrefixLength()))
                        .orElse(SourceMask.WHOLE),
                pool.affinity()
                        .map(affinity -> (int)
                                Math.min(Integer.MAX_VALUE, affinity.timeout().toMillis()))
                        .orElse(0),
                shape.emptyReason(),
                shape.healthy(),
                shape.panicking(),
                shape.fallback());
    }

    private MaglevTable maglev(PoolEntry entry, int[] takers, List<Integer> weights) {
        List<MaglevTable.Member> members = IntStream.range(0, takers.length)
                .mapToObj(i ->
                        new MaglevTable.Member(entry.entries().get(takers[i]).id(), weights.get(i)))
                .toList();
        return tables.of(members, hashKey);
    }
}
