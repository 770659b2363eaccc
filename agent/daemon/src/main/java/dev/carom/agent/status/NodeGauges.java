package dev.carom.agent.status;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Running;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What holds now, by name. Labels are names of the configuration alone, never of clients, and no family has more than
 * {@link #MOST} series. Owned by the scraping thread.
 */
final class NodeGauges {
    static final int MOST = 10_000;

    private final MultiGauge backendUp;
    private final MultiGauge backendFlows;
    private final MultiGauge engineReady;
    private final MultiGauge findings;
    private final MultiGauge announced;
    private final MultiGauge owned;

    NodeGauges(MeterRegistry registry) {
        backendUp = gauge(registry, "carom.backend.up", "1 up, 0 down; a backend that is not judged is left out");
        backendFlows = gauge(registry, "carom.backend.flows", "Flows remembered for a backend");
        engineReady = gauge(registry, "carom.engine.ready", "Whether frames of an interface are decided");
        findings = gauge(registry, "carom.findings", "Problems that stand, by code");
        announced = gauge(registry, "carom.announced.vips", "VIPs that the segment was told live here");
        owned = gauge(registry, "carom.owned.virtual.routers", "Virtual routers whose VIPs are this node's");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void tell(NodeSnapshot snapshot, ResourceNames names) {
        register(
                backendUp,
                snapshot.health().stream()
                        .filter(health -> health.decides() && health.health() != Health.UNKNOWN)
                        .map(health -> Row.of(tags(health, names), health.health() == Health.UP ? 1 : 0))
                        .toList());
        register(
                backendFlows,
                snapshot.counters().backends().stream()
                        .map(count -> Row.of(
                                Tags.of(
                                        "pool",
                                        names.poolOf(count.backend()),
                                        "backend",
                                        names.backend(count.backend())),
                                count.flows()))
                        .toList());
        register(
                engineReady,
                snapshot.engines().stream()
                        .map(engine -> Row.of(
                                Tags.of(
                                        "interface",
                                        engine.interfaceName(),
                                        "mode",
                                        engine.mode().name()),
                                engine.ready() ? 1 : 0))
                        .toList());
        Map<String, Long> codes = snapshot.findings().stream()
                .map(finding -> finding.code().name())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        register(
                findings,
                codes.entrySet().stream()
                        .map(code -> Row.of(Tags.of("code", code.getKey()), code.getValue()))
                        .toList());
        Running running = snapshot.running();
        register(announced, List.of(Row.of(Tags.empty(), running.announced().size())));
        register(
                owned,
                List.of(Row.of(
                        Tags.empty(),
                        running.roles().values().stream()
                                .filter(Running.Role::owner)
                                .count())));
    }

    private static Tags tags(HealthState health, ResourceNames names) {
        return Tags.of(
                "vip",
                names.vipOf(health.listener()),
                "listener",
                names.listener(health.listener()),
                "pool",
                names.poolOf(health.backend()),
                "backend",
                names.backend(health.backend()));
    }

    private static void register(MultiGauge gauge, List<? extends Row<?>> rows) {
        gauge.register(rows.stream().limit(MOST).collect(Collectors.toList()), true);
    }
}
