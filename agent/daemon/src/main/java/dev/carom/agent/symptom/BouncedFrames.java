package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Backends that send forwarded frames back: they lack the VIP and route it on. */
public final class BouncedFrames implements Symptom {
    /** After the last frame that came back. */
    static final Duration LIFETIME = Duration.ofSeconds(30);

    private final Findings findings;
    private final Consumer<UUID> signal;
    private final Growth<UUID> growth = new Growth<>();

    /** @param signal told of the backend at each look that finds more of its frames back */
    public BouncedFrames(Findings findings, Consumer<UUID> signal) {
        this.findings = findings;
        this.signal = signal;
    }

    @Override
    public void look(Sight sight) {
        Map<UUID, Backend> backends = sight.running().state().stream()
                .flatMap(state -> state.desired().pools().stream())
                .flatMap(pool -> pool.backends().stream())
                .collect(Collectors.toMap(Backend::id, Function.identity()));
        for (BackendCount count : sight.counters().backends()) {
            Backend backend = backends.get(count.backend());
            if (growth.of(count.backend(), count.bounced()) > 0 && backend != null) {
                tell(backend, count.bounced());
                signal.accept(backend.id());
            }
        }
        growth.retain(
                sight.counters().backends().stream().map(BackendCount::backend).collect(Collectors.toSet()));
    }

    private void tell(Backend backend, long bounced) {
        findings.openFor(
                LIFETIME,
                FindingCode.BOUNCED,
                "backends/" + backend.id(),
                backend.name() + " sends packets for the VIP back instead of taking them",
                bounced + " frames forwarded to " + backend.address() + " came back within a second and were dropped",
                "Put the VIP on the loopback of " + backend.name() + " (GET /api/v1/backends/" + backend.id()
                        + "/setup gives the commands), or switch off its ip_forward");
    }
}
