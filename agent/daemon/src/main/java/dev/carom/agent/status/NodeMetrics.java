package dev.carom.agent.status;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.datapath.DataPathCounters.InterfaceCounters;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.ListenerCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.agent.forwarding.Reason;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.RevisionedState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The agent's metrics, read from one snapshot per scrape; nothing is made before the first. */
public final class NodeMetrics {
    private final Supplier<NodeSnapshot> snapshots;
    private @Nullable PrometheusMeterRegistry registry;
    private @Nullable NodeGauges nodeGauges;
    private final Map<String, CounterFamily> families = new HashMap<>();
    private volatile double flows;
    private volatile double appliedRevision;
    private volatile double verifiedRevision;

    public NodeMetrics(Supplier<NodeSnapshot> snapshots) {
        this.snapshots = snapshots;
    }

    /** In Prometheus' text format. */
    public synchronized String scrape() {
        NodeSnapshot snapshot = snapshots.get();
        PrometheusMeterRegistry current = registry == null ? open() : registry;
        ResourceNames names = names(snapshot);
        gauges(snapshot);
        if (nodeGauges != null) {
            nodeGauges.tell(snapshot, names);
        }
        traffic(snapshot, names);
        frames(snapshot);
        families.values().forEach(CounterFamily::removeUntold);
        return current.scrape();
    }

    private PrometheusMeterRegistry open() {
        PrometheusMeterRegistry opened = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gauge.builder("carom.flows", this, metrics -> metrics.flows).register(opened);
        Gauge.builder("carom.revision", this, metrics -> metrics.appliedRevision)
                .tag("stage", "applied")
                .register(opened);
        Gauge.builder("carom.revision", this, metrics -> metrics.verifiedRevision)
                .tag("stage", "verified")
                .register(opened);
        for (String name : new String[] {
            "carom.vip.packets",
            "carom.vip.bytes",
            "carom.vip.new.flows",
            "carom.listener.packets",
            "carom.listener.bytes",
            "carom.listener.new.flows",
            "carom.listener.dropped.packets",
            "carom.backend.packets",
            "carom.backend.bytes",
            "carom.backend.new.flows",
            "carom.dropped.packets",
            "carom.decided.packets",
            "carom.interface.frames",
            "carom.lost.frames",
            "carom.guard.restorations"
        }) {
            families.put(name, new CounterFamily(opened, name));
        }
        nodeGauges = new NodeGauges(opened);
        registry = opened;
        return opened;
    }

    private void gauges(NodeSnapshot snapshot) {
        double revision = snapshot.running()
                .state()
                .map(state -> (double) state.id().revision())
                .orElse(0.0);
        flows = snapshot.counters().flows();
        appliedRevision = revision;
        verifiedRevision = snapshot.running().verified() ? revision : verifiedRevision;
    }

    private static ResourceNames names(NodeSnapshot snapshot) {
        return snapshot.running()
                .state()
                .map(RevisionedState::desired)
                .map(ResourceNames::of)
                .orElseGet(ResourceNames::none);
    }

    private void traffic(NodeSnapshot snapshot, ResourceNames names) {
        for (VipCount count : snapshot.counters().vips()) {
            Tags tags = Tags.of("vip", names.vip(count.vip()));
            tell("carom.vip.packets", tags, count.packets());
            tell("carom.vip.bytes", tags, count.bytes());
            tell("carom.vip.new.flows", tags, count.newFlows());
        }
        for (ListenerCount count : snapshot.counters().listeners()) {
            Tags tags = Tags.of("vip", names.vipOf(count.listener()), "listener", names.listener(count.listener()));
            tell("carom.listener.packets", tags, count.packets());
            tell("carom.listener.bytes", tags, count.bytes());
            tell("carom.listener.new.flows", tags, count.newFlows());
            tell("carom.listener.dropped.packets", tags, count.dropped());
        }
        for (BackendCount count : snapshot.counters().backends()) {
            Tags tags = Tags.of("pool", names.poolOf(count.backend()), "backend", names.backend(count.backend()));
            tell("carom.backend.packets", tags, count.packets());
            tell("carom.backend.bytes", tags, count.bytes());
            tell("carom.backend.new.flows", tags, count.newFlows());
        }
    }

    private void frames(NodeSnapshot snapshot) {
        for (Map.Entry<Reason, Long> entry : snapshot.counters().reasons().entrySet()) {
            boolean dropped = entry.getKey().name().startsWith("DROPPED_");
            String family = dropped ? "carom.dropped.packets" : "carom.decided.packets";
            tell(family, Tags.of("reason", entry.getKey().name()), entry.getValue());
        }
        engine(snapshot.counters().engine());
    }

    private void engine(DataPathCounters.Engine engine) {
        for (InterfaceCounters counters : engine.interfaces()) {
            String family = "carom.interface.frames";
            Tags link = Tags.of("interface", counters.name());
            tell(family, link.and("event", "received"), counters.received());
            tell(family, link.and("event", "injected"), counters.injected());
            tell(family, link.and("event", "not_injected"), counters.notInjected());
            tell(family, link.and("event", "ring_dropped"), counters.kernelDrops());
            tell(family, link.and("event", "longer_than_mtu"), counters.truncated());
            tell(family, link.and("event", "partial_checksum"), counters.partialChecksums());
        }
        tell("carom.lost.frames", Tags.of("where", "control_queue"), engine.controlDrops());
        tell("carom.lost.frames", Tags.of("where", "decision"), engine.decisionFailures());
        tell("carom.guard.restorations", Tags.empty(), engine.guardRestorations());
    }

    private void tell(String name, Tags tags, long value) {
        CounterFamily family = families.get(name);
        if (family != null) {
            family.tell(tags, value);
        }
    }
}
