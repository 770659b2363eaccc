package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.security.Reaches;
import dev.carom.controlplane.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Operators take things in and out of service and move VIPs; whoever changes more of them needs to be an editor. */
@Component
class OperatorRule {
    private static final Map<ResourceType, Set<String>> OPERATORS_PROPERTIES = Map.of(
            ResourceType.BACKEND, Set.of("adminState", "drainDeadline"),
            ResourceType.LISTENER, Set.of("adminState"),
            ResourceType.VIP, Set.of("adminState", "vrid"));

    private final JsonMapper json;
    private final Reaches reaches;

    OperatorRule(JsonMapper json, Reaches reaches) {
        this.json = json;
        this.reaches = reaches;
    }

    void check(List<Change> changes) {
        Map<ResourceType, List<Change>> beyond = changes.stream()
                .filter(change -> change.action() == Change.Action.UPDATED)
                .filter(change ->
                        OPERATORS_PROPERTIES.containsKey(change.resource().type()))
                .filter(this::isBeyondOperators)
                .collect(Collectors.groupingBy(change -> change.resource().type()));
        beyond.forEach((type, changed) -> reaches.require(
                Role.EDITOR,
                type.noun(),
                changed.stream().map(change -> change.resource().id()).toList()));
    }

    private boolean isBeyondOperators(Change change) {
        Set<String> theirs = OPERATORS_PROPERTIES.getOrDefault(change.resource().type(), Set.of());
        ObjectNode before = json.valueToTree(change.before());
        ObjectNode after = json.valueToTree(change.after());
        return !before.without(theirs).equals(after.without(theirs));
    }
}
