package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AllDownPolicy;
import dev.carom.agent.forwarding.DesiredState.Pool;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who of a pool takes new flows: those that are up; while none is, those not yet judged; while none of these is either,
 * whom the all-down policy names. Below the panic threshold health is ignored.
 */
record PoolChoice(List<Disposition> dispositions, Reason emptyReason, boolean healthy, boolean panicking) {

    static PoolChoice of(Pool pool, List<Standing> standings) {
        boolean panicking = isPanic(pool, standings);
        Predicate<Standing> eligible = eligible(pool, standings, panicking);
        boolean unresolvedOnly = standings.stream().anyMatch(eligible);
        List<Disposition> dispositions = standings.stream()
                .map(standing -> eligible.test(standing) && standing.entry().isResolved()
                        ? Disposition.TAKES_NEW
                        : standing.ofRemembered(pool.onBackendDown()))
                .toList();
        boolean healthy = standings.stream()
                .anyMatch(standing ->
                        standing.isWantedAnd(Health.UP) && standing.entry().isResolved());
        return new PoolChoice(
                dispositions,
                unresolvedOnly ? Reason.DROPPED_UNRESOLVED : Reason.DROPPED_NO_BACKEND,
                healthy,
                panicking);
    }

    private static Predicate<Standing> eligible(Pool pool, List<Standing> standings, boolean panicking) {
        if (panicking) {
            return Standing::isWanted;
        }
        for (Health health : List.of(Health.UP, Health.UNKNOWN)) {
            if (standings.stream().anyMatch(standing -> standing.isWantedAnd(health))) {
                return standing -> standing.isWantedAnd(health);
            }
        }
        return pool.allDownPolicy() == AllDownPolicy.FORWARD_ALL ? Standing::isWanted : standing -> false;
    }

    private static boolean isPanic(Pool pool, List<Standing> standings) {
        long wanted = standings.stream().filter(Standing::isWanted).count();
        long up = standings.stream()
                .filter(standing -> standing.isWantedAnd(Health.UP))
                .count();
        return PanicThreshold.isUndercut(pool, up, wanted);
    }
}
