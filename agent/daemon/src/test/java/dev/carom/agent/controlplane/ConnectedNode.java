package dev.carom.agent.controlplane;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.NodeIdentity;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.agent.reconcile.Running;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A node's side of the channel without a data path: a test plays the reconciler. */
final class ConnectedNode implements AutoCloseable {
    static final AttachedInterface LINK =
            new AttachedInterface(0, "eth0", 2, MacAddress.parse("52:54:00:00:00:aa"), 1_500, true, List.of());
    final BlockingQueue<RevisionedState> states = new LinkedBlockingQueue<>();
    final Bell bell = new Bell();
    final Findings findings = new Findings(Clock.systemUTC(), bell::ring);
    final ControlPlane controlPlane;
    /** What a test does on the doctor's behalf; waits for good unless it says otherwise. */
    volatile ExampleOrders.Examining orders = (request, progress) -> {
        Thread.sleep(Long.MAX_VALUE);
        throw new AssertionError("slept for good");
    };

    volatile Running running = Running.NOTHING;
    volatile DataPathCounters counters =
            new DataPathCounters(Map.of(), List.of(), List.of(), List.of(), 3, DataPathCounters.NONE.engine());

    ConnectedNode(Path stateDirectory, Duration longestSilence, URI... urls) {
        controlPlane = new ControlPlane(
                new ControlPlane.Settings(
                        List.of(urls),
                        Credential.of(new NodeToken("carom_node_secret")),
                        Trust.ofSystem(),
                        new NodeIdentity("lb1", Optional.empty()),
                        "0.1.0",
                        stateDirectory,
                        longestSilence,
                        Duration.ofMillis(200)),
                findings,
                bell,
                Clock.systemUTC());
    }

    ConnectedNode dial() {
        controlPlane.dial(
                states::add,
                this::snapshot,
                new ExampleOrders((request, progress) -> orders.diagnose(request, progress)));
        return this;
    }

    /** What the reconciler would tell of a state that went well. */
    void apply(RevisionedState state) {
        running = new Running(Optional.of(state), state.errors(), java.util.Set.of(), Map.of(), Optional.empty(), true);
        controlPlane.outcomes().applied(state, state.errors());
        controlPlane.outcomes().verified(state, state.errors());
    }

    private NodeSnapshot snapshot() {
        return new NodeSnapshot(running, List.of(), counters, List.of(LINK), List.of(), List.of(), findings.snapshot());
    }

    @Override
    public void close() {
        controlPlane.close();
    }
}
