package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Algorithm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool as one or more listeners see it: who takes new flows and who keeps theirs. Shared by the listeners whose view
 * of the pool's health is the same.
 *
 * @param firstBackend the pool's backends lie together in the table, from this index on
 * @param dispositions of the pool's backends, in their order
 * @param candidates who takes new flows: indexes into the table's backends, ascending
 * @param weights of the candidates, in units that slow start can divide
 * @param maglev over the candidates; null when there is none
 * @param rotation over the candidates, for round robin only
 * @param affinityMillis how long a source prefix is remembered; 0 without affinity
 * @param emptyReason why there is no candidate, where there is none
 * @param healthy whether a candidate is known to be up
 * @param panicking whether health is being ignored, few enough being up
 * @param fallback where new flows go when there is no candidate
 */
record Route(
        UUID pool,
        String poolName,
        Algorithm algorithm,
        int firstBackend,
        List<Disposition> dispositions,
        List<Integer> candidates,
        List<Integer> weights,
        @Nullable MaglevTable maglev,
        @Nullable RotationSchedule rotation,
        SourceMask sourceMask,
        int affinityMillis,
        Reason emptyReason,
        boolean healthy,
        boolean panicking,
        @Nullable Route fallback) {

    /** The route that new flows are chosen by: this, or its fallback. */
    Route choosing() {
        return maglev == null && fallback != null ? fallback : this;
    }

    /** Of a backend of the table; one of another pool moves. */
    Disposition disposition(int backend) {
        int index = backend - firstBackend;
        if (index >= 0 && index < dispositions.size()) {
            return dispositions.get(index);
        }
        return fallback != null ? fallback.disposition(backend) : Disposition.MOVES;
    }

    boolean choosesBySource() {
        return algorithm == Algorithm.SOURCE_IP || affinityMillis > 0;
    }

    boolean servesHealthy() {
        return choosing().healthy;
    }
}
