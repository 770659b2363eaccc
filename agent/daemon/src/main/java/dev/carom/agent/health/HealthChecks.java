package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.linux.PolicyRoutes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks every backend that a listener of the node group uses. {@link #apply} and {@link #close} are called by one
 * thread; the callback comes from that one and from probe threads, and must not block.
 */
public final class HealthChecks implements AutoCloseable {
    private final Clock clock;
    private final Consumer<HealthChanged> changes;
    private final Steerer steerer = new Steerer(new PolicyRoutes());
    private final ProbePaths paths = new ProbePaths();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("carom-health").daemon().factory());
    private final ProbeRunner runner;
    private final TcpLoop tcp;
    private final Rounds rounds;
    private volatile Map<Target.Key, Check> checks = Map.of();
    private Map<Round.Key, Round> asked = Map.of();
    private volatile List<ResourceError> errors = List.of();

    private HealthChecks(Clock clock, Consumer<HealthChanged> changes) {
        this.clock = clock;
        this.changes = changes;
        timer.setRemoveOnCancelPolicy(true);
        SourcePorts ports = new SourcePorts();
        Doubts doubts = new Doubts(steerer, paths);
        runner = new ProbeRunner(doubts, ports, timer);
        tcp = new TcpLoop(doubts, ports);
        rounds = new Rounds(timer, runner, tcp);
    }

    /** Removes what a killed predecessor left on this host, then waits for the first state. */
    public static HealthChecks open(Clock clock, Consumer<HealthChanged> changes) {
        HealthChecks opened = new HealthChecks(clock, changes);
        opened.steerer.clear();
        // The first probes are started by the same thread, and so wait for it.
        opened.timer.execute(() -> Rehearsal.hold(opened.runner));
        opened.tcp.open(opened.rounds::nextStart);
        opened.timer.scheduleWithFixedDelay(opened.steerer::verify, 1, 1, TimeUnit.SECONDS);
        return opened;
    }

    /**
     * Checks what this state asks for from now on. What is asked for unchanged keeps its judgement and its rhythm;
     * what is no longer asked for becomes UNKNOWN.
     *
     * @param interfaces where this node meets the group's networks
     */
    public void apply(DesiredState desired, List<NodeView.Interface> interfaces) {
        TargetPlan plan = ProbeBudget.limit(TargetPlan.of(desired, interfaces));
        List<ResourceError> found = new ArrayList<>(plan.errors());
        Map<HealthMonitor, Prober> probers = probers(plan, found);
        Map<Target.Key, Check> before = checks;
        Map<Target.Key, Check> after = new LinkedHashMap<>();
        plan.targets().stream()
                .filter(target -> probers.containsKey(target.monitor()))
                .forEach(target -> after.put(target.key(), checkFor(target, before.get(target.key()))));
        before.values().stream()
                .filter(check -> !after.containsKey(check.target().key()))
                .forEach(check -> check.forget(clock.instant()));
        steerer.follow(after.values().stream()
                .flatMap(check -> check.target().steered().stream())
                .toList());
        checks = after;
        errors = found.stream().distinct().toList();
        Map<Round.Key, Round> earlier = asked;
        asked = new RoundPlan(earlier, monitor -> Objects.requireNonNull(probers.get(monitor)), clock)
                .follow(after.values());
        rounds.follow(
                asked.values(),
                asked.values().stream()
                        .filter(round -> earlier.get(round.key()) != round)
                        .toList());
    }

    private static Map<HealthMonitor, Prober> probers(TargetPlan plan, List<ResourceError> errors) {
        Map<HealthMonitor, Prober> probers = new HashMap<>();
        plan.targets().stream().map(Target::monitor).distinct().forEach(monitor -> {
            switch (Prober.of(monitor)) {
                case Prober.Choice.Known(Prober prober) -> probers.put(monitor, prober);
                case Prober.Choice.Unsupported(String reason) ->
                    errors.add(new ResourceError("health-monitors/" + monitor.id(), "UNSUPPORTED_BY_NODE", reason));
            }
        });
        return probers;
    }

    /** Counts something seen in passing against a backend, whichever listener it serves. */
    public void signal(UUID backend, Observation.Signalled signal) {
        Instant now = clock.instant();
        checks.values().stream()
                .filter(check -> check.target().key().backend().equals(backend))
                .forEach(check -> check.observe(signal, now));
    }

    /** Every (listener, backend, path) of the state applied last. */
    public List<HealthState> snapshot() {
        return checks.values().stream()
                .map(Check::state)
                .sorted(Comparator.comparing(HealthState::listener)
                        .thenComparing(HealthState::backend)
                        .thenComparing(HealthState::path))
                .toList();
    }

    /** What of the state applied last this node cannot check; those backends stay UNKNOWN. */
    public List<ResourceError> errors() {
        List<ResourceError> all = new ArrayList<>(errors);
        Stream.concat(steerer.failures().stream(), paths.failures().stream())
                .map(failure -> new ResourceError("nodes", "PROBE_PATH_BLOCKED", failure))
                .forEach(all::add);
        return all;
    }

    /** Ends all probes and removes every rule and route from this host. Tells of no change. */
    @Override
    public void close() {
        checks.values().forEach(Check::retire);
        asked.values().forEach(Round::retire);
        timer.shutdownNow();
        try {
            tcp.close();
            runner.stop();
        } finally {
            steerer.clear();
        }
    }

    private Check checkFor(Target target, @Nullable Check current) {
        if (current == null) {
            return new Check(target, Judgement.unknown("not probed yet", clock.instant()), changes);
        }
        return current.target().equals(target) ? current : current.askedAs(target, clock.instant());
    }
}
