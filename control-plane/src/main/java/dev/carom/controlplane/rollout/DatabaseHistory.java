package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.diagnosis.Finding;
import dev.carom.controlplane.diagnosis.Findings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices a database that went back in time, as a restored backup does: agents know of a later state. Pushing then
 * could undo what runs, so pushes stop for all groups, on all replicas, until an operator has chosen.
 */
@Component
public class DatabaseHistory {
    public static final String FINDING = "DATABASE_WENT_BACK";

    private static final Logger log = LoggerFactory.getLogger(DatabaseHistory.class);

    private final DesiredStateStore store;
    private final StateReader reader;
    private final CurrentStates states;
    private final Findings findings;
    private final AheadNodes ahead;
    private final Clock clock;
    /** Held from the look at the findings to the write of {@link #wentBack}: an old look must not win. */
    private final ReentrantLock judging = new ReentrantLock();

    private volatile boolean wentBack;

    DatabaseHistory(
            DesiredStateStore store,
            StateReader reader,
            CurrentStates states,
            Findings findings,
            AheadNodes ahead,
            Clock clock) {
        this.ahead = ahead;
        this.clock = clock;
        this.store = store;
        this.reader = reader;
        this.states = states;
        this.findings = findings;
    }

    /** Whether pushes are stopped. */
    public boolean wentBack() {
        return wentBack;
    }

    /**
     * Judges what an agent says that it has.
     *
     * @param hash of that state
     */
    public void hear(UUID node, UUID nodeGroup, RevisionId have, Hash hash) {
        if (states.known(nodeGroup).anyMatch(state -> isEarlier(have, hash, state))) {
            return;
        }
        // This replica may be behind another: the database has the last word.
        List<StoredState> stored = reader.read(nodeGroup);
        if (stored.stream().anyMatch(state -> isEarlier(have, hash, state)) || isOfEarlierEpoch(have)) {
            return;
        }
        ahead.heard(node, have, hash, clock.instant());
        if (!wentBack) {
            stop(
                    node,
                    "Node " + node + " has " + describe(have, hash) + ", and the database has "
                            + (stored.isEmpty()
                                    ? "nothing"
                                    : describe(
                                            stored.getLast().id(),
                                            stored.getLast().hash()))
                            + " for its group.");
        }
    }

    /** What the database has now, or something that it had before. */
    private static boolean isEarlier(RevisionId have, Hash hash, StoredState state) {
        return state.id().isAbove(have)
                || state.id().equals(have) && state.hash().equals(hash);
    }

    /** Of what was adopted, states are on their way. */
    private boolean isOfEarlierEpoch(RevisionId have) {
        return store.configured().id().epoch() > have.epoch();
    }

    private static String describe(RevisionId id, Hash hash) {
        return "revision " + id.revision() + " of epoch " + id.epoch() + " (hash " + hash + ")";
    }

    private void stop(UUID node, String evidence) {
        log.error("{}: pushes stop for all node groups: {}", FINDING, evidence);
        judging.lock();
        try {
            findings.open(new Finding(
                    FINDING,
                    "nodes/" + node,
                    "The database is older than what runs on a node, as after a restored backup. Nothing is pushed to"
                            + " any node group.",
                    evidence,
                    "Restore the latest backup, or adopt this database as the truth: POST /api/v1/config/adopt."));
            wentBack = true;
        } finally {
            judging.unlock();
        }
        store.announce();
    }

    /** Follows what another replica found, or an operator settled. */
    void refresh() {
        judging.lock();
        try {
            wentBack = findings.isOpen(FINDING);
        } finally {
            judging.unlock();
        }
    }
}
