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
 * difference is asked about again: soon at first, then each second, until a newer state comes. Owned by the reconciler's thread.
 */
final class Verification {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);

    /** A state whose table is to be proven. */
    record Claim(RevisionedState state, List<ResourceError> errors, long sinceNanos) {}

    private final DataPath dataPath;
    private ForwardingTable expected = ForwardingTable.EMPTY;
    private Optional<Claim> open = Optional.empty();
    private OptionalLong nextNanos = OptionalLong.empty();
    private boolean told;
    private boolean done;

    Verification(DataPath dataPath) {
        this.dataPath = dataPath;
    }

    void applied(ForwardingTable table) {
        expected = table;
    }

    void expect(RevisionedState state, List<ResourceError> errors, long nowNanos) {
        open = Optional.of(new Claim(state, errors, nowNanos));
        told = false;
        done = false;
    }

    /** The claim that is proven by now, told once. */
    Optional<Claim> check(long nowNanos) {
        nextNanos = OptionalLong.empty();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = open.orElseThrow();
        if (dataPath.adopted().contentHash().equals(expected.contentHash())) {
            open = Optional.empty();
            done = true;
            return Optional.of(claim);
        }
        boolean overdue = nowNanos - claim.sinceNanos() >= PATIENCE.toNanos();
        if (overdue && !told) {
            told = true;
            LOG.error(
                    "revision {}: the engine's table differs from the compiled one",
                    claim.state().id());
        }
        nextNanos = OptionalLong.of(nowNanos + (overdue ? LONG_PAUSE : PAUSE).toNanos());
        return Optional.empty();
    }

    OptionalLong nextNanos() {
        return nextNanos;
    }

    boolean isDone() {
        return done;
    }
}
