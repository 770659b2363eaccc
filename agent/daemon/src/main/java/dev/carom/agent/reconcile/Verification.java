package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the engine's table back and compares it with the compiler's. The engine adopts a table between two frames, so a
 * difference is asked about again for a while. Owned by the reconciler's thread.
 */
final class Verification {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Duration PAUSE = Duration.ofMillis(2);

    /** A state whose table is to be proven. */
    record Claim(RevisionedState state, List<ResourceError> errors, long sinceNanos) {}

    private final DataPath dataPath;
    private ForwardingTable expected = ForwardingTable.EMPTY;
    private Optional<Claim> open = Optional.empty();
    private OptionalLong nextNanos = OptionalLong.empty();
    private boolean done;

    Verification(DataPath dataPath) {
        this.dataPath = dataPath;
    }

    void applied(ForwardingTable table) {
        expected = table;
    }

    void expect(RevisionedState state, List<ResourceError> errors, long nowNanos) {
        open = Optional.of(new Claim(state, errors, nowNanos));
        done = false;
    }

    /** The claim that is proven by now, told once. */
    Optional<Claim> check(long nowNanos) {
        nextNanos = OptionalLong.empty();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Claim> claim = open;
        if (dataPath.adopted().contentHash().equals(expected.contentHash())) {
            open = Optional.empty();
            done = true;
            return claim;
        }
        if (nowNanos - claim.orElseThrow().sinceNanos() < PATIENCE.toNanos()) {
            nextNanos = OptionalLong.of(nowNanos + PAUSE.toNanos());
        } else {
            LOG.error(
                    "revision {}: the engine's table differs from the compiled one",
                    claim.orElseThrow().state().id());
            open = Optional.empty();
        }
        return Optional.empty();
    }

    OptionalLong nextNanos() {
        return nextNanos;
    }

    boolean isDone() {
        return done;
    }
}
