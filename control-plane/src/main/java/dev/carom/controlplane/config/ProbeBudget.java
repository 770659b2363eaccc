package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import dev.carom.controlplane.resource.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** What the view reads; whoever changes something else, as a weight, does not pay for its sums. */
    private static final Set<String> READ = Set.of(
            "adminState",
            "departing",
            "nodeGroupId",
            "poolId",
            "ports",
            "fallbackPoolId",
            "healthMonitorId",
            "path",
            "port",
            "intervalMs");

    private final JdbcClient sql;
    private final JsonMapper json;

    ProbeBudget(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
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
        if (changes.stream().noneMatch(this::mayRaiseIt)) {
            return;
        }
        List<Violation> violations =
                overloads().stream().map(Overload::violation).toList();
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
    }

    /** A VIP that is new leads nowhere yet. */
    private boolean mayRaiseIt(Change change) {
        ResourceType type = change.resource().type();
        return COUNTED.contains(type)
                && switch (change.action()) {
                    case CREATED -> type != ResourceType.VIP;
                    case UPDATED ->
                        differ(
                                json.valueToTree(Objects.requireNonNull(change.before())),
                                json.valueToTree(Objects.requireNonNull(change.after())));
                    case DELETED, NONE -> false;
                };
    }

    private static boolean differ(JsonNode before, JsonNode after) {
        return READ.stream().anyMatch(property -> !before.path(property).equals(after.path(property)));
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
