package dev.carom.controlplane.resource;

/** Everything that revisions number, by its name in JSON, in events and in the history. */
public enum ResourceType {
    NODE_GROUP("nodeGroup", "node group"),
    NODE("node", "node"),
    HEALTH_MONITOR("healthMonitor", "health monitor"),
    POOL("pool", "pool"),
    BACKEND("backend", "backend"),
    VIP("vip", "VIP"),
    LISTENER("listener", "listener");

    private final String noun;
    private final String spoken;

    ResourceType(String noun, String spoken) {
        this.noun = noun;
        this.spoken = spoken;
    }

    /** As in {@code vip.changed}. */
    public String noun() {
        return noun;
    }

    /** As in a sentence. */
    public String spoken() {
        return spoken;
    }
}
