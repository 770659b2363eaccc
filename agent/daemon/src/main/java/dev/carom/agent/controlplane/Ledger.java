package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.RevisionId;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which states this agent has, is applying and has refused; decides which of those offered it takes. Safe for use from
 * any thread.
 */
final class Ledger {

    /** What becomes of an offered state. */
    enum Admission {
        TAKE,
        /** It is the one at hand. */
        KNOWN,
        /** Below the one at hand: a database went back. */
        LOWER,
        /** The pair at hand with another content. */
        OTHER_HASH,
        /** Refused before and unchanged. */
        REFUSED_BEFORE
    }

    private Optional<ReceivedState.Name> applied = Optional.empty();
    private final NavigableMap<RevisionId, ReceivedState> applying = new TreeMap<>();
    private Optional<ReceivedState.Name> refused = Optional.empty();

    synchronized Admission admit(ReceivedState.Name offered) {
        if (refused.filter(offered::equals).isPresent()) {
            return Admission.REFUSED_BEFORE;
        }
        Optional<ReceivedState.Name> newest = Optional.ofNullable(applying.lastEntry())
                .map(entry -> entry.getValue().name())
                .or(() -> applied);
        if (newest.isEmpty()) {
            return Admission.TAKE;
        }
        int order = offered.id().compareTo(newest.orElseThrow().id());
        if (order == 0) {
            return offered.equals(newest.orElseThrow()) ? Admission.KNOWN : Admission.OTHER_HASH;
        }
        return order < 0 ? Admission.LOWER : Admission.TAKE;
    }

    synchronized void applying(ReceivedState state) {
        applying.put(state.id(), state);
    }

    /** The bytes to keep; empty for a state that came from the disk. */
    synchronized Optional<ReceivedState> applied(ReceivedState.Name name) {
        applied = Optional.of(name);
        Optional<ReceivedState> fresh = Optional.ofNullable(applying.get(name.id()));
        applying.headMap(name.id(), true).clear();
        return fresh;
    }

    synchronized void refused(ReceivedState.Name name) {
        refused = Optional.of(name);
        applying.values().removeIf(state -> state.name().equals(name));
    }

    synchronized Optional<ReceivedState.Name> have() {
        return applied;
    }
}
