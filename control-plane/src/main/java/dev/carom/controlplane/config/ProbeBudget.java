package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.resource.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses monitors that would ask a node for more probes than it starts; the database counts them (V0090). */
@Component
class ProbeBudget {
    /** Of a node, which asks all of its group; the agent has the same number. */
    static final int PER_SECOND = 5_000;

    private static final int NAMED = 3;
    private static final Set<ResourceType> COUNTED = Set.of(
            ResourceType.VIP,
            ResourceType.LISTENER,
            ResourceType.POOL,
            ResourceType.BACKEND,
            ResourceType.HEALTH_MONITOR);

    private final JdbcClient sql;

    ProbeBudget(JdbcClient sql) {
        this.sql = sql;
    }

    private record Overload(String group, double perSecond, List<String> monitors) {
        Violation violation() {
            return new Violation(
                    "",
                    "PROBE_BUDGET_EXCEEDED",
                    String.format(
                            Locale.ROOT,
                            "Each node of group %s would be asked for %.0f probes a second and starts %d. Most are asked"
                                    + " for by the health monitors %s (a second): lengthen their intervals.",
                            group,
                            perSecond,
                            PER_SECOND,
                            String.join(", ", monitors)));
        }
    }

    /** @throws InvalidResource with the numbers of each node group above the budget */
    void check(List<Change> changes) {
        if (changes.stream().noneMatch(ProbeBudget::mayRaiseIt)) {
            return;
        }
        List<Violation> violations =
                overloads().stream().map(Overload::violation).toList();
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
    }

    private static boolean mayRaiseIt(Change change) {
        return change.action() != Change.Action.DELETED
                && COUNTED.contains(change.resource().type());
    }

    private List<Overload> overloads() {
        return sql.sql("""
                SELECT node_group.name, sum(load.per_second) AS per_second,
                  (array_agg(load.health_monitor_name || ' with ' || round(load.per_second)
                    ORDER BY load.per_second DESC))[1:%d] AS monitors
                FROM (
                  SELECT node_group_id, health_monitor_name, sum(per_second) AS per_second
                  FROM probe_load GROUP BY node_group_id, health_monitor_name
                ) AS load
                JOIN node_group ON node_group.id = load.node_group_id
                GROUP BY node_group.name HAVING sum(load.per_second) > %d ORDER BY node_group.name
                """.formatted(NAMED, PER_SECOND))
                .query((row, number) ->
                        new Overload(row.getString("name"), row.getDouble("per_second"), List.of((String[])
                                row.getArray("monitors").getArray())))
                .list();
    }
}
