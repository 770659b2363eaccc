package dev.carom.controlplane.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a request may see and change, as the row policies read it (V0032). Empty text: everything. */
public record Reach(String json) {
    public static final Reach EVERYTHING = new Reach("");

    /** Before it is known which endpoint is asked. */
    public static final Reach NOTHING = new Reach("[]");

    private static final JsonMapper JSON = new JsonMapper();

    /** The union of all scopes: something is reached when one of them reaches it. */
    public static Reach of(Collection<Scope> scopes) {
        if (scopes.stream().anyMatch(Scope::isEverything)) {
            return EVERYTHING;
        }
        Map<Map<String, String>, List<Scope>> byLabels = scopes.stream().collect(Collectors.groupingBy(Scope::labels));
        return new Reach(JSON.writeValueAsString(byLabels.entrySet().stream()
                .flatMap(entry -> merged(entry.getValue()))
                .toList()));
    }

    /** One that names no node groups covers the others with the same labels. */
    private static Stream<Map<String, Object>> merged(List<Scope> scopes) {
        boolean allGroups = scopes.stream().anyMatch(scope -> scope.nodeGroups().isEmpty());
        Set<UUID> groups = allGroups
                ? Set.of()
                : scopes.stream()
                        .flatMap(scope -> scope.nodeGroups().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(
                Map.of("nodeGroups", groups, "labels", scopes.getFirst().labels()));
    }

    /** What the caller reaches with at least this role. */
    public static Reach of(Caller caller, Role least) {
        return of(caller.granting(least).map(Grant::scope).toList());
    }

    public boolean isEverything() {
        return json.isEmpty();
    }
}
