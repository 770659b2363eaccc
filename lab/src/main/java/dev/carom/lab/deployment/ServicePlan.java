package dev.carom.lab.deployment;

import dev.carom.lab.topology.HostName;
import java.util.List;
import java.util.Map;

/**
 * A service to create through REST: a VIP with one TCP listener, its pool, and a TCP monitor.
 *
 * @param name unique; resources are named after it
 * @param weights of the backends that take part
 */
public record ServicePlan(String name, String vip, int port, Map<HostName, Integer> weights) {
    /** Milliseconds. */
    public static final int MONITOR_INTERVAL = 500;

    /** Milliseconds. */
    public static final int MONITOR_TIMEOUT = 400;

    /** Checks in a row that change a judgement, either way. */
    public static final int MONITOR_COUNT = 2;

    Map<String, ?> monitor() {
        return Map.of(
                "name", name,
                "type", "TCP",
                "path", "DSR",
                "intervalMs", MONITOR_INTERVAL,
                "timeoutMs", MONITOR_TIMEOUT,
                "rise", MONITOR_COUNT,
                "fall", MONITOR_COUNT);
    }

    Map<String, ?> pool(String monitorId) {
        return Map.of("name", name, "algorithm", "MAGLEV", "healthMonitorId", monitorId);
    }

    Map<String, ?> virtualIp(String nodeGroupId) {
        return Map.of("name", name, "nodeGroupId", nodeGroupId, "address", vip);
    }

    Map<String, ?> listener(String poolId) {
        return Map.of("name", name, "protocol", "TCP", "ports", List.of(Integer.toString(port)), "poolId", poolId);
    }
}
