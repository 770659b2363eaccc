package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.FlowExplanation.Hop;
import dev.carom.agent.forwarding.FlowExplanation.Other;
import dev.carom.agent.forwarding.FlowExplanation.Outcome;
import dev.carom.agent.forwarding.FlowExplanation.Why;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says where flows go, by the memory and a table; on the data path's thread, for its memory is nobody else's. */
final class FlowExplainer {
    private final FlowTable flows;
    private final FlowKey key = new FlowKey();

    FlowExplainer(FlowTable flows) {
        this.flows = flows;
    }

    FlowExplanation explain(FlowQuestion question, LoadedTable loaded, int nowMillis) {
        VipEntry vip = loaded.table()
                .find(question.destination().high(), question.destination().low());
        if (vip == null || vip.isDisabled()) {
            return nowhere(vip == null ? Outcome.NOT_A_VIP : Outcome.VIP_DISABLED, vip, null);
        }
        ListenerEntry listener = (question.protocol() == DesiredState.Protocol.TCP ? vip.tcp() : vip.udp())
                .find(question.destinationPort());
        if (listener == null || listener.isDisabled()) {
            return nowhere(listener == null ? Outcome.NO_LISTENER : Outcome.LISTENER_DISABLED, vip, listener);
        }
        set(question);
        long hash = key.hash(loaded.hash());
        int entry = flows.peek(key, hash, nowMillis);
        int known = entry == FlowTable.NONE ? LoadedTable.DEPARTED : loaded.backendOf(flows.owner(entry));
        boolean keeps = known != LoadedTable.DEPARTED && listener.route().disposition(known) != Disposition.MOVES;
        if (keeps) {
            return there(Outcome.KNOWN_FLOW, vip, listener, known, OptionalInt.empty(), loaded);
        }
        boolean admitted = listener.access()
                .admits(question.source().high(), question.source().low());
        return entry == FlowTable.NONE && !admitted
                ? nowhere(Outcome.SOURCE_DENIED, vip, listener)
                : byTable(entry, vip, listener, hash, loaded, nowMillis);
    }

    private FlowExplanation byTable(
            int entry, VipEntry vip, ListenerEntry listener, long hash, LoadedTable loaded, int nowMillis) {
        Route choosing = listener.route().choosing();
        MaglevTable maglev = choosing.maglev();
        if (maglev == null) {
            return nowhere(Outcome.NO_BACKEND, vip, listener);
        }
        int backend = BackendChooser.byHash(listener.route(), key, hash, loaded.hash());
        int bySource = rememberedBySource(choosing, loaded, nowMillis);
        if (bySource != LoadedTable.DEPARTED) {
            return there(Outcome.KNOWN_SOURCE, vip, listener, bySource, OptionalInt.empty(), loaded);
        }
        boolean turns = choosing.algorithm() == DesiredState.Algorithm.ROUND_ROBIN
                || choosing.algorithm() == DesiredState.Algorithm.LEAST_CONNECTIONS;
        Outcome chosen = turns ? Outcome.BY_TURN : Outcome.BY_HASH;
        OptionalInt slot = choosing.choosesBySource() ? OptionalInt.empty() : OptionalInt.of(maglev.slotOf(hash));
        return there(entry == FlowTable.NONE ? chosen : Outcome.MOVED_FLOW, vip, listener, backend, slot, loaded);
    }

    /** With affinity, where other flows of the source prefix are remembered, if that still takes new ones. */
    private int rememberedBySource(Route route, LoadedTable loaded, int nowMillis) {
        if (route.affinityMillis() == 0) {
            return LoadedTable.DEPARTED;
        }
        SourceMask mask = route.sourceMask();
        FlowKey affinity = new FlowKey();
        affinity.setAffinity(
                mask.high(key.sourceHigh, key.sourceLow),
                mask.low(key.sourceHigh, key.sourceLow),
                route.pool().getMostSignificantBits(),
                route.pool().getLeastSignificantBits());
        int entry = flows.peek(affinity, affinity.hash(loaded.hash()), nowMillis);
        int known = entry == FlowTable.NONE ? LoadedTable.DEPARTED : loaded.backendOf(flows.owner(entry));
        return known != LoadedTable.DEPARTED && route.disposition(known) == Disposition.TAKES_NEW
                ? known
                : LoadedTable.DEPARTED;
    }

    private void set(FlowQuestion question) {
        key.sourceHigh = question.source().high();
        key.sourceLow = question.source().low();
        key.destinationHigh = question.destination().high();
        key.destinationLow = question.destination().low();
        int protocol = question.protocol() == DesiredState.Protocol.TCP ? IpProtocol.TCP : IpProtocol.UDP;
        key.setPorts(question.sourcePort(), question.destinationPort(), protocol);
    }

    private static FlowExplanation there(
            Outcome outcome, VipEntry vip, ListenerEntry listener, int backend, OptionalInt slot, LoadedTable loaded) {
        BackendEntry entry = loaded.table().backend(backend);
        BackendEntry.Egress egress = entry.egress();
        Hop hop = new Hop(
                entry.id(),
                entry.name(),
                new MacAddress(entry.mac()),
                new MacAddress(egress.mac()),
                egress.interfaceIndex(),
                egress.vlanId());
        Route route = listener.route().choosing();
        MaglevTable maglev = route.maglev();
        return new FlowExplanation(
                outcome,
                vip.owned(),
                Optional.of(vip.id()),
                Optional.of(listener.id()),
                Optional.of(route.pool()),
                slot,
                maglev == null ? 0 : maglev.size(),
                Optional.of(hop),
                others(route, backend, outcome, loaded.table()));
    }

    private static List<Other> others(Route route, int chosen, Outcome outcome, ForwardingTable table) {
        List<Other> others = new ArrayList<>();
        for (int i = 0; i < route.dispositions().size(); i++) {
            int backend = route.firstBackend() + i;
            if (backend != chosen) {
                BackendEntry entry = table.backend(backend);
                others.add(new Other(
                        entry.id(), entry.name(), why(route.dispositions().get(i), outcome)));
            }
        }
        return others;
    }

    private static Why why(Disposition disposition, Outcome outcome) {
        return switch (disposition) {
            case TAKES_NEW ->
                outcome == Outcome.KNOWN_FLOW || outcome == Outcome.KNOWN_SOURCE
                        ? Why.REMEMBERED_ELSEWHERE
                        : Why.HASH_FELL_ELSEWHERE;
            case KEEPS -> Why.KEEPS_ITS_FLOWS_ONLY;
            case MOVES -> Why.TAKES_NONE;
        };
    }

    private static FlowExplanation nowhere(Outcome outcome, @Nullable VipEntry vip, @Nullable ListenerEntry listener) {
        return new FlowExplanation(
                outcome,
                vip != null && vip.owned(),
                Optional.ofNullable(vip).map(VipEntry::id),
                Optional.ofNullable(listener).map(ListenerEntry::id),
                Optional.ofNullable(listener).map(found -> found.route().pool()),
                OptionalInt.empty(),
                0,
                Optional.empty(),
                List.of());
    }
}
