package dev.carom.controlplane.node;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who carries the VIPs of one VRID (RFC 9568): the node with the highest priority owns them. */
@Schema(name = "VirtualRouterSpec")
public record VirtualRouterSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "1")
        int vrid,

        @Schema(defaultValue = "{}", description = "Priority 1-254 by node id; a node left out never owns the VIPs.")
        Map<UUID, Integer> priorityByNode,

        @Schema(defaultValue = "1000", description = "Interval between adverts, in milliseconds.")
        long advertMs) {

    public VirtualRouterSpec {
        priorityByNode = Map.copyOf(priorityByNode);
    }

    /** The router that a group has when it names none. */
    static VirtualRouterSpec first() {
        return new VirtualRouterSpec(1, Map.of(), 1000);
    }

    /** The node with the highest priority. */
    Optional<UUID> owner() {
        return successor(null, priorityByNode.keySet());
    }

    /** Whoever of the able ones comes first when one node is left out. */
    Optional<UUID> successor(@Nullable UUID leaving, Set<UUID> able) {
        return priorityByNode.entrySet().stream()
                .filter(each -> !each.getKey().equals(leaving) && able.contains(each.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    VirtualRouterSpec swapping(UUID one, UUID other) {
        Map<UUID, Integer> swapped = new HashMap<>(priorityByNode);
        swapped.put(one, priorityByNode.getOrDefault(other, 0));
        swapped.put(other, priorityByNode.getOrDefault(one, 0));
        return new VirtualRouterSpec(vrid, swapped, advertMs);
    }

    void check(String pointer, Violations violations) {
        violations.unless(
                vrid >= 1 && vrid <= 255, pointer + "/vrid", "VRID_OUT_OF_RANGE", "A VRID lies within 1-255.");
        violations.unless(
                advertMs >= 10 && advertMs <= 40_950,
                pointer + "/advertMs",
                "ADVERT_INTERVAL_OUT_OF_RANGE",
                "An advert interval lies within 10-40950 ms (RFC 9568 5.2.7).");
        Set<Integer> taken = new HashSet<>();
        priorityByNode.forEach((node, priority) -> {
            String at = pointer + "/priorityByNode/" + node;
            violations.unless(
                    priority >= 1 && priority <= 254,
                    at,
                    "PRIORITY_OUT_OF_RANGE",
                    "A priority lies within 1-254: 255 means that the VIP is on the node's own kernel, which never is.");
            violations.unless(
                    taken.add(priority),
                    at,
                    "PRIORITY_NOT_UNIQUE",
                    "Two nodes have priority " + priority
                            + ": who owns the VIPs would be undecided. Give each its own.");
        });
    }
}
