package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpProtocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares where two tables send the flows that are remembered. Used once, by the data path's thread. */
final class FlowSurvey {
    /** Bounds how long frames wait meanwhile: some milliseconds. */
    private static final int MOST_FLOWS = 32_768;

    private final LoadedTable now;
    private final LoadedTable then;
    private final Set<UUID> pools;
    private final FlowKey key = new FlowKey();
    private final Map<UUID, Part> parts = new HashMap<>();
    private int flows;
    private int moved;
    private int chosenElsewhere;

    private static final class Part {
        private final BackendEntry backend;
        private int holds;
        private int wouldHold;
        private int takes;
        private int wouldTake;

        private Part(BackendEntry backend) {
            this.backend = backend;
        }

        private FlowMoves.Holding holding() {
            return new FlowMoves.Holding(backend.id(), backend.name(), holds, wouldHold, takes, wouldTake);
        }
    }

    private FlowSurvey(LoadedTable now, LoadedTable then, Set<UUID> pools) {
        this.now = now;
        this.then = then;
        this.pools = pools;
    }

    /** @param pools whose flows are looked at */
    static FlowMoves compare(FlowTable flows, LoadedTable now, LoadedTable then, Set<UUID> pools, int nowMillis) {
        FlowSurvey survey = new FlowSurvey(now, then, pools);
        flows.recent(MOST_FLOWS, nowMillis, entry -> survey.look(flows, entry));
        List<FlowMoves.Holding> holdings = new ArrayList<>();
        IdOrder.sorted(List.copyOf(survey.parts.values()), part -> part.backend.id())
                .forEach(part -> holdings.add(part.holding()));
        return new FlowMoves(survey.flows, survey.moved, survey.chosenElsewhere, holdings);
    }

    private void look(FlowTable table, int entry) {
        table.readKey(entry, key);
        Route before = route(now);
        Route after = route(then);
        if (before == null || after == null || !isAskedFor(before)) {
            return;
        }
        BackendEntry takes = taker(now, before);
        BackendEntry wouldTake = taker(then, after);
        BackendEntry holds = holder(now, before, table.owner(entry), takes);
        BackendEntry wouldHold = holder(then, after, table.owner(entry), wouldTake);
        count(holds, wouldHold, takes, wouldTake);
    }

    private void count(
            @Nullable BackendEntry holds,
            @Nullable BackendEntry wouldHold,
            @Nullable BackendEntry takes,
            @Nullable BackendEntry wouldTake) {
        flows++;
        moved += areOne(holds, wouldHold) ? 0 : 1;
        chosenElsewhere += areOne(takes, wouldTake) ? 0 : 1;
        if (holds != null) {
            part(holds).holds++;
        }
        if (wouldHold != null) {
            part(wouldHold).wouldHold++;
        }
        if (takes != null) {
            part(takes).takes++;
        }
        if (wouldTake != null) {
            part(wouldTake).wouldTake++;
        }
    }

    private Part part(BackendEntry backend) {
        return parts.computeIfAbsent(backend.id(), id -> new Part(backend));
    }

    private static boolean areOne(@Nullable BackendEntry one, @Nullable BackendEntry other) {
        return Objects.equals(one == null ? null : one.id(), other == null ? null : other.id());
    }

    private boolean isAskedFor(Route route) {
        Route fallback = route.fallback();
        return pools.contains(route.pool()) || fallback != null && pools.contains(fallback.pool());
    }

    private @Nullable Route route(LoadedTable loaded) {
        VipEntry vip = loaded.table().find(key.destinationHigh, key.destinationLow);
        if (vip == null || vip.isDisabled()) {
            return null;
        }
        ListenerEntry listener = (key.protocol() == IpProtocol.TCP ? vip.tcp() : vip.udp()).find(key.destinationPort());
        return listener == null || listener.isDisabled() ? null : listener.route();
    }

    private @Nullable BackendEntry taker(LoadedTable loaded, Route route) {
        int backend = BackendChooser.byHash(route, key, key.hash(loaded.hash()), loaded.hash());
        return backend == BackendChooser.NONE ? null : loaded.table().backend(backend);
    }

    private static @Nullable BackendEntry holder(
            LoadedTable loaded, Route route, int owner, @Nullable BackendEntry otherwise) {
        int known = loaded.backendOf(owner);
        boolean keeps = known != LoadedTable.DEPARTED && route.disposition(known) != Disposition.MOVES;
        return keeps ? loaded.table().backend(known) : otherwise;
    }
}
