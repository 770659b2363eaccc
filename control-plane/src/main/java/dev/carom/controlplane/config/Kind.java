package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of resource stands in the document of a whole configuration, where names take the place of ids.
 *
 * @param parent which resource it stands in, as its content names it; absent: at the top
 * @param references by the property that holds an id, the property that holds the name
 */
enum Kind {
    NODE_GROUP(ResourceType.NODE_GROUP, "nodeGroups", null, Map.of()),
    NODE(ResourceType.NODE, "nodes", null, Map.of("nodeGroupId", new Reference("nodeGroup", ResourceType.NODE_GROUP))),
    HEALTH_MONITOR(ResourceType.HEALTH_MONITOR, "healthMonitors", null, Map.of()),
    POOL(
            ResourceType.POOL,
            "pools",
            null,
            Map.of(
                    "healthMonitorId", new Reference("healthMonitor", ResourceType.HEALTH_MONITOR),
                    "fallbackPoolId", new Reference("fallbackPool", ResourceType.POOL))),
    BACKEND(ResourceType.BACKEND, "backends", new Parent(ResourceType.POOL, "poolId"), Map.of()),
    VIP(ResourceType.VIP, "vips", null, Map.of("nodeGroupId", new Reference("nodeGroup", ResourceType.NODE_GROUP))),
    LISTENER(
            ResourceType.LISTENER,
            "listeners",
            new Parent(ResourceType.VIP, "vipId"),
            Map.of("poolId", new Reference("pool", ResourceType.POOL)));

    /** @param property in the document */
    record Reference(String property, ResourceType type) {}

    /** @param property in the content */
    record Parent(ResourceType type, String property) {}

    private final ResourceType type;
    private final String section;
    private final @Nullable Parent parent;
    private final Map<String, Reference> references;

    Kind(ResourceType type, String section, @Nullable Parent parent, Map<String, Reference> references) {
        this.type = type;
        this.section = section;
        this.parent = parent;
        this.references = references;
    }

    ResourceType type() {
        return type;
    }

    /** The list that holds it: at the top, or in its parent. */
    String section() {
        return section;
    }

    @Nullable Parent parent() {
        return parent;
    }

    Map<String, Reference> references() {
        return references;
    }

    static Kind of(ResourceType type) {
        return valueOf(type.name());
    }

    /** What stands in a resource of this kind. */
    List<Kind> children() {
        return switch (this) {
            case POOL -> List.of(BACKEND);
            case VIP -> List.of(LISTENER);
            case NODE_GROUP, NODE, HEALTH_MONITOR, BACKEND, LISTENER -> List.of();
        };
    }

    static List<Kind> atTheTop() {
        return List.of(NODE_GROUP, NODE, HEALTH_MONITOR, POOL, VIP);
    }
}
