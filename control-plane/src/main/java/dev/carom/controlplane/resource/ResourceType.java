package dev.carom.controlplane.resource;

/** Everything that revisions number, by its name in JSON, in events and in the history. */
public enum ResourceType {
    NODE_GROUP("nodeGroup", "node group", "node-groups"),
    NODE("node", "node", "nodes"),
    HEALTH_MONITOR("healthMonitor", "health monitor", "health-monitors"),
    POOL("pool", "pool", "pools"),
    BACKEND("backend", "backend", "backends"),
    VIP("vip", "VIP", "vips"),
    LISTENER("listener", "listener", "listeners");

    private final String noun;
    private final String spoken;
    private final String collection;

    ResourceType(String noun, String spoken, String collection) {
        this.noun = noun;
        this.spoken = spoken;
        this.collection = collection;
    }

    /** As in {@code vip.changed}. */
    public String noun() {
        return noun;
    }

    /** As in a sentence. */
    public String spoken() {
        return spoken;
    }

    /** As in a path, and in the names that nodes use: {@code vips/<uuid>}. */
    public String collection() {
        return collection;
    }

    /** @throws IllegalArgumentException if the noun is none of these */
    public static ResourceType ofNoun(String noun) {
        for (ResourceType type : values()) {
            if (type.noun.equals(noun)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such kind of resource: " + noun);
    }
}
