package dev.carom.agent.controlplane;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.reconcile.Outcomes;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.contract.v1.Stage;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a state on disk before it is acknowledged as APPLIED. On a thread of its own: the reconciler, and so the health
 * of backends, never waits for a disk.
 */
final class OutcomeRelay implements Outcomes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRelay.class);

    private final Ledger ledger;
    private final StateFiles files;
    private final Acknowledger acknowledger;
    private final Runnable changed;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("state-files").factory());

    OutcomeRelay(Ledger ledger, StateFiles files, Acknowledger acknowledger, Runnable changed) {
        this.ledger = ledger;
        this.files = files;
        this.acknowledger = acknowledger;
        this.changed = changed;
    }

    @Override
    public void applied(RevisionedState state, List<ResourceError> errors) {
        disk.execute(() -> {
            ledger.applied(name(state)).ifPresent(files::save);
            acknowledger.climb(name(state), Stage.STAGE_APPLIED, errors);
            changed.run();
            files.removeAllButNewest();
        });
    }

    @Override
    public void verified(RevisionedState state, List<ResourceError> errors) {
        disk.execute(() -> acknowledger.climb(name(state), Stage.STAGE_VERIFIED, errors));
    }

    @Override
    public void rejected(RevisionedState state, ResourceError why) {
        disk.execute(() -> {
            ledger.refused(name(state));
            acknowledger.climb(name(state), Stage.STAGE_REJECTED, List.of(why));
        });
    }

    /** Waits until what was told so far is in the ledger, no longer than a healthy disk takes. */
    void settle() {
        try {
            disk.submit(() -> {}).get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.warn("the disk is slow: the first watch may not name the state at hand");
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static ReceivedState.Name name(RevisionedState state) {
        return new ReceivedState.Name(state.id(), state.hash());
    }

    /** What was applied is on disk before the agent ends. */
    @Override
    public void close() {
        disk.shutdown();
        try {
            disk.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
