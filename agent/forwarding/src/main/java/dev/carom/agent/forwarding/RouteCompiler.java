package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Algorithm;
import dev.carom.agent.forwarding.DesiredState.AllDownPolicy;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Pool;
import java.util.ArrayList;
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
    private final SipHash hash;
    private final Map<Shape, Route> routes = new HashMap<>();

    RouteCompiler(NodeView view, Map<UUID, PoolEntry> pools, SipHash hash) {
        this.view = view;
        this.pools = pools;
        this.hash = hash;
    }

    /** What makes two listeners' routes one. */
    private record Shape(
            UUID pool,
            List<Disposition> dispositions,
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
        PoolChoice choice = PoolChoice.of(entry.pool(), standings(listener, entry));
        Shape shape = new Shape(
                entry.pool().id(),
                choice.dispositions(),
                choice.emptyReason(),
                choice.healthy(),
                choice.panicking(),
                fallback);
        return routes.computeIfAbsent(shape, key -> route(entry, key));
    }

    private List<Standing> standings(Listener listener, PoolEntry entry) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < entry.backends().size(); i++) {
            UUID backend = entry.backends().get(i).id();
            Health health = entry.pool().monitor().isEmpty()
                    ? Health.UP
                    : view.health().getOrDefault(new NodeView.ListenerBackend(listener.id(), backend), Health.UNKNOWN);
            standings.add(Standing.of(entry.backends().get(i), entry.entries().get(i), health, view.now()));
        }
        return standings;
    }

    private Route route(PoolEntry entry, Shape shape) {
        Pool pool = entry.pool();
        int[] takers = IntStream.range(0, shape.dispositions().size())
                .filter(i -> shape.dispositions().get(i) == Disposition.TAKES_NEW)
                .toArray();
        int[] weights =
                IntStream.of(takers).map(i -> entry.entries().get(i).weight()).toArray();
        return new Route(
                pool.id(),
                pool.name(),
                pool.algorithm(),
                entry.firstBackend(),
                shape.dispositions(),
                IntStream.of(takers).mapToObj(i -> entry.firstBackend() + i).toList(),
                takers.length == 0 ? null : maglev(entry, shape.dispositions()),
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

    private MaglevTable maglev(PoolEntry entry, List<Disposition> dispositions) {
        List<MaglevTable.Member> members = IntStream.range(0, dispositions.size())
                .filter(i -> entry.entries().get(i).weight() > 0)
                .mapToObj(i -> new MaglevTable.Member(
                        entry.entries().get(i).id(),
                        entry.entries().get(i).weight(),
                        dispositions.get(i) == Disposition.TAKES_NEW))
                .toList();
        return MaglevTable.of(members, entry.pool().backends().size(), hash);
    }
}
